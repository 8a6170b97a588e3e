package io.rollouthub.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody is to the hub, on whose rights that depends. */
public enum Role {
    SUPPLIER("Publishes reports and reads what became of them: its own, and nobody else's.", List.of()),
    OFFICE(
            "The programme office: applies programmes (`admin apply`) and looks who did what.",
            List.of("User:rollout-office")),
    CONSUMER("Reads alerts and aggregates (`watch`, applications).", List.of()),
    OPERATOR(
            "Looks at the hub and mends it: `status`, `doctor`, `rejected redrive`, `reset`, and so on.",
            List.of("User:rollout-operator")),
    HUB(
            "The process of gate and ledger: its checks, its clock, health and metrics (`rollout streams`).",
            List.of("User:rollout-hub")),
    GATE("Judges the suppliers' records and writes the journal.", List.of("User:rollout-hub")),
    LEDGER("Applies the journal, and writes results and verdicts.", List.of("User:rollout-hub")),
    CONSOLE("Shows all of it to people (`rollout console`).", List.of("User:rollout-console")),
    CONNECT("Kafka Connect's worker and its connectors (`rollout connect`).", List.of("User:rollout-connect"));

    private final String does;
    private final List<String> usual;

    Role(String does, List<String> usual) {
        this.does = does;
        this.usual = usual;
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
        return usual;
    }
}
