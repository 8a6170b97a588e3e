package io.rollouthub.hub.live;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.rollouthub.hub.rights.Right;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.slf4j.LoggerFactory;

/** By which rights the brokers of this process have let somebody do something: the authorizer's own record of it. */
final class UsedRights extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final Pattern RULE = Pattern.compile(
            "is Allowed operation = (\\w+) .*resourceType=(\\w+), resourceName=(.*), patternType=(\\w+),"
                    + " principal=(.*), host=(.*), operation=(\\w+), permissionType=ALLOW.*");

    private final Logger authorizer = (Logger) LoggerFactory.getLogger("kafka.authorizer.logger");
    private final Set<AclBinding> used = ConcurrentHashMap.newKeySet();

    private UsedRights() {}

    /** Looks from now on. */
    static UsedRights watch() {
        UsedRights rights = new UsedRights();
        rights.setContext(rights.authorizer.getLoggerContext());
        rights.start();
        rights.authorizer.setLevel(Level.TRACE);
        rights.authorizer.setAdditive(false);
        rights.authorizer.addAppender(rights);
        return rights;
    }

    @Override
    protected void append(ILoggingEvent event) {
        Matcher rule = RULE.matcher(event.getFormattedMessage());
        // One who may read may describe, and so on: a right is used where it is the one that is asked for.
        if (rule.find() && rule.group(1).equals(rule.group(7))) {
            used.add(new AclBinding(
                    new ResourcePattern(
                            ResourceType.valueOf(rule.group(2)), rule.group(3), PatternType.valueOf(rule.group(4))),
                    new AccessControlEntry(
                            rule.group(5),
                            rule.group(6),
                            AclOperation.valueOf(rule.group(7)),
                            AclPermissionType.ALLOW)));
        }
    }

    /** Those by which nobody was let in yet, with the reasons that the table has for them. */
    Stream<String> unused(String principal, List<Right> rights) {
        return rights.stream().flatMap(right -> right.bindings(principal)
                .filter(binding -> !used.contains(binding))
                .map(binding -> principal + " " + binding.entry().operation() + " "
                        + binding.pattern().resourceType() + " "
                        + binding.pattern().name() + (isPrefix(binding) ? "*" : "") + ": " + right.why()));
    }

    private static boolean isPrefix(AclBinding binding) {
        return binding.pattern().patternType() == PatternType.PREFIXED;
    }

    @Override
    public void close() {
        authorizer.detachAppender(this);
        authorizer.setLevel(null);
        authorizer.setAdditive(true);
    }
}
