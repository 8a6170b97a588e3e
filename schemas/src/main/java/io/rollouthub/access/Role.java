package io.rollouthub.access;

import io.rollouthub.topic.OwnNames;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody is to the hub, on whose rights that depends. */
public enum Role {
    SUPPLIER("Publishes reports and reads what became of them: its own, and nobody else's.", null),
    OFFICE("The programme office: applies programmes (`admin apply`) and looks who did what.", "office"),
    CONSUMER("Reads alerts and aggregates (`watch`, applications).", null),
    OPERATOR("Looks at the hub and mends it: `status`, `doctor`, `rejected redrive`, `reset`, and so on.", "operator"),
    HUB("The process of gate and ledger: its checks, its clock, health and metrics (`rollout streams`).", "hub"),
    GATE("Judges the suppliers' records and writes the journal.", "hub"),
    LEDGER("Applies the journal, and writes results and verdicts.", "hub"),
    CONSOLE("Shows all of it to people (`rollout console`).", "console"),
    CONNECT("Kafka Connect's worker and its connectors (`rollout connect`).", "connect");

    private final String does;
    private final @Nullable String login;

    Role(String does, @Nullable String login) {
        this.does = does;
        this.login = login;
    }

    /** Those of which there is one for the whole hub: all but suppliers. */
    public static List<Role> ofHub() {
        return Arrays.stream(values()).filter(role -> role != SUPPLIER).toList();
    }

    /** As it is called in files and in documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it does, in a sentence. */
    public String does() {
        return does;
    }

    /** Whom Kafka knows as this unless a programme's file says otherwise. */
    public List<String> usual() {
        return login == null ? List.of() : List.of("User:" + OwnNames.login(login));
    }
}
