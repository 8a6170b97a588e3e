package io.rollouthub.hub.cli;

import io.rollouthub.access.SupplierAccess;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.rights.Granting;
import io.rollouthub.hub.rights.GrantingPlan;
import io.rollouthub.hub.rights.ScramUsers;
import io.rollouthub.privacy.Secrets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Users who log in to Kafka with a password; what each may do is said by {@code admin apply --acls}. */
@Command(
        name = "user",
        description =
                "Make users who log in to Kafka with a password (SCRAM-SHA-512), change passwords, take users away.",
        footer = "  rollout admin user add bt --password-file bt.secret --config hub.properties",
        subcommands = {UserCommand.Add.class, UserCommand.Rotate.class, UserCommand.Remove.class})
final class UserCommand {
    /** What is done with one user, by Kafka's administrator. */
    @Command
    abstract static class OfOne extends HubCommand {
        @Parameters(paramLabel = "NAME", description = "The user, such as bt for User:bt.")
        private String name = "";

        @Override
        final int run() {
            if (name.isBlank()) {
                throw new RolloutException("A user needs a name.", "Give one, such as bt.");
            }
            try (OpenedHub opened = hub.open()) {
                List<String> changes = new ArrayList<>();
                try {
                    change(opened, name, changes);
                } finally {
                    changes.forEach(out()::println);
                    if (!changes.isEmpty()) {
                        audit(opened.connection()).of("admin user", changes);
                    }
                }
            }
            return 0;
        }

        /** Does it, and notes each thing that it has changed. */
        abstract void change(OpenedHub opened, String user, List<String> changes);
    }

    /** A user gets a password that nobody guesses. */
    @Command
    abstract static class OfPassword extends OfOne {
        private final boolean isThere;

        @Mixin
        private PasswordOutlet outlet;

        /** @param isThere whether there has to be such a user, or none */
        OfPassword(boolean isThere) {
            this.isThere = isThere;
        }

        @Override
        final void change(OpenedHub opened, String user, List<String> changes) {
            ScramUsers users = new ScramUsers(opened.connection());
            users.require(user, isThere);
            String password = Secrets.fresh();
            outlet.hand(password, out(), () -> users.set(user, password));
            changes.add(line(user));
        }

        /** What was done, in words. */
        abstract String line(String user);
    }

    @Command(
            name = "add",
            description = "Make a user with a password that nobody guesses, and tell it once.",
            footer = "  rollout admin user add bt --password-file bt.secret --config hub.properties")
    static final class Add extends OfPassword {
        Add() {
            super(false);
        }

        @Override
        String line(String user) {
            return "add user " + user;
        }
    }

    @Command(
            name = "rotate",
            description = "Give a user another password, and tell it once; the old one is good for no further login.",
            footer = "  rollout admin user rotate bt --password-file new.secret --config hub.properties")
    static final class Rotate extends OfPassword {
        Rotate() {
            super(true);
        }

        @Override
        String line(String user) {
            return "give user " + user + " another password";
        }
    }

    @Command(
            name = "remove",
            description = {
                "Take a user's rights, as far as 'admin apply --acls' gave them, and then the user itself.",
                "Rights go first: whoever is logged in can do nothing from then on. Take it out of the programme's file too,"
                        + " or the next 'admin apply --acls' gives them again."
            },
            footer = "  rollout admin user remove bt --config hub.properties")
    static final class Remove extends OfOne {
        @Override
        void change(OpenedHub opened, String user, List<String> changes) {
            ScramUsers users = new ScramUsers(opened.connection());
            users.require(user, true);
            changes.addAll(GrantingPlan.lines(
                    "take from", new Granting(opened.connection()).takeFrom(SupplierAccess.USER + user)));
            users.remove(user);
            changes.add("remove user " + user);
        }
    }
}
