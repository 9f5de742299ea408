package dev.cairn.persistence;

import dev.cairn.schema.Engine;
import dev.cairn.testkit.AccessContract;
import dev.cairn.testkit.ArtifactContract;
import dev.cairn.testkit.ConversationContract;
import dev.cairn.testkit.JobContract;
import dev.cairn.testkit.PeopleContract;
import dev.cairn.testkit.PromptContract;
import dev.cairn.testkit.QueueContract;
import dev.cairn.testkit.RecordContract;
import dev.cairn.testkit.RootContract;
import dev.cairn.testkit.SearchContract;
import dev.cairn.testkit.TransactionContract;
import dev.cairn.testkit.WorkContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contracts of all ports, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
final class ContractsTest {
    private final TestStores stores;

    ContractsTest(Engine engine) {
        this.stores = TestStores.of(engine);
    }

    @Nested
    final class Accesses extends AccessContract {
        @Override
        protected <T> T port(Class<T> type) {
            return stores.port(type);
        }
    }

    @Nested
    final class Artifacts extends ArtifactContract {
        @Override
        protected <T> T port(Class<T> type) {
            return stores.port(type);
        }
    }

    @Nested
    final class Conversations extends ConversationContract {
        @Override
        protected <T> T port(Class<T> type) {
            return stores.port(type);
        }
    }

    @Nested
    final class Jobs extends JobContract {
        @Override
        protected <T> T port(Class<T> type) {
            return stores.port(type);
        }
    }

    @Nested
    final class People extends PeopleContract {
        @Override
        protected <T> T port(Class<T> type) {
            return stores.port(type);
        }
    }

    @Nested
    final class Prompts extends PromptContract {
        @Override
        protected <T> T port(Class<T> type) {
            return stores.port(type);
        }
    }

    @Nested
    final class Queues extends QueueContract {
        @Override
        protected <T> T port(Class<T> type) {
            return stores.port(type);
        }
    }

    @Nested
    final class Records extends RecordContract {
        @Override
        protected <T> T port(Class<T> type) {
            return stores.port(type);
        }
    }

    @Nested
    final class Roots extends RootContract {
        @Override
        protected <T> T port(Class<T> type) {
            return stores.port(type);
        }
    }

    @Nested
    final class Search extends SearchContract {
        @Override
        protected <T> T port(Class<T> type) {
            return stores.port(type);
        }
    }

    @Nested
    final class Transactions extends TransactionContract {
        @Override
        protected <T> T port(Class<T> type) {
            return stores.port(type);
        }
    }

    @Nested
    final class Work extends WorkContract {
        @Override
        protected <T> T port(Class<T> type) {
            return stores.port(type);
        }
    }
}
