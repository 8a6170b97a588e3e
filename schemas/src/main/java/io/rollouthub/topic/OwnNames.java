package io.rollouthub.topic;

/** How names on Kafka begin that are the hub's own, and the transactions of its commands: what rights are given on. */
public final class OwnNames {
    /** How every topic of the hub and of its suppliers begins. */
    public static final String TOPICS = Prefix.own().topic("");

    /** How the topics begin in which Kafka Streams keeps what the ledger keeps. */
    public static final String LEDGER_STORES = HubGroups.LEDGER + "-";

    /** The transaction in which a programme is published. */
    public static final String PROGRAMME_TRANSACTION = Prefix.own().id("programme");

    /** The transaction in which a journal is imported. */
    public static final String IMPORT_TRANSACTION = Prefix.own().id("import");

    /** The transaction in which it is noted what an imported history has told. */
    public static final String HISTORY_TRANSACTION = Prefix.own().id("import-history");

    private OwnNames() {}

    /** Whom Kafka knows as one of the hub's own, unless a programme's file says otherwise. */
    public static String login(String of) {
        return Prefix.own().id(of);
    }
}
