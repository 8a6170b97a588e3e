package io.rollouthub.connect.told;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps a task from its work for a while, said once however often it is tried. */
final class Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    private String said = "";

    void is(RuntimeException e) {
        String says = String.valueOf(e.getMessage());
        if (!says.equals(said)) {
            LOG.warn("{}; nothing is told until that works, it is tried every few seconds", says);
            said = says;
        }
    }

    void isOver() {
        if (!said.isEmpty()) {
            LOG.info("What has been told can be read and kept again");
            said = "";
        }
    }
}
