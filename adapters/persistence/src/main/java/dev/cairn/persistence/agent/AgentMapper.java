package dev.cairn.persistence.agent;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.agent.ModelConfig;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.model.Price;
import dev.cairn.domain.user.Scope;
import dev.cairn.persistence.kernel.Conversions;
import dev.cairn.persistence.kernel.JsonLists;
import dev.cairn.persistence.kernel.RowMapper;

/** Maps agents to their rows and back. */
final class AgentMapper implements RowMapper<Agent, AgentRow> {
    @Override
    public Agent toDomain(AgentRow row) {
        AgentContent content = new AgentContent(
                row.role(),
                row.goal(),
                row.backstory(),
                row.instructions(),
                Conversions.id(row.providerId()),
                new ModelConfig(
                        row.model(),
                        row.temperature(),
                        row.maxTokens(),
                        row.topP(),
                        Conversions.price(row.inputPrice(), row.outputPrice())),
                new Json(row.configuration()),
                JsonLists.read(row.scopes()).stream().map(Scope::valueOf).toList(),
                row.tokensPerRun(),
                row.tokensPerDay(),
                row.costPerDay());
        return new Agent(new Id<>(row.id()), new Id<>(row.ownerId()), content, Conversions.lifecycle(row));
    }

    @Override
    public AgentRow toRow(Agent agent) {
        AgentContent content = agent.content();
        ModelConfig model = content.modelConfig();
        Price price = model.price();
        Lifecycle lifecycle = agent.lifecycle();
        return new AgentRow(
                agent.id().value(),
                agent.ownerId().value(),
                content.role(),
                content.goal(),
                content.backstory(),
                content.instructions(),
                Conversions.number(content.providerId()),
                model.model(),
                model.temperature(),
                model.maxTokens(),
                model.topP(),
                price == null ? null : price.input(),
                price == null ? null : price.output(),
                content.configuration().text(),
                JsonLists.write(content.scopes().stream().map(Scope::name).toList()),
                content.tokensPerRun(),
                content.tokensPerDay(),
                content.costPerDay(),
                lifecycle.version(),
                lifecycle.createdAt(),
                lifecycle.updatedAt(),
                lifecycle.archivedAt(),
                lifecycle.deletedAt(),
                Conversions.number(lifecycle.deletionId()));
    }
}
