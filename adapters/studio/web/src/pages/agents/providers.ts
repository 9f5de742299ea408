/** As many as anybody can have. */
export const PROVIDERS_READ = 100;
