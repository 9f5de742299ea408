SwaggerUIBundle({ url: '/openapi.yml', dom_id: '#api', deepLinking: true, docExpansion: 'none', validatorUrl: 'none' });
