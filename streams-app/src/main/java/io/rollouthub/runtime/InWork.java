package io.rollouthub.runtime;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.journal.Origin;
import io.rollouthub.topic.HubGroups;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Which record each of the gate's tasks is at work on, in a file that outlives the process however that ends: its pages are
 * the system's, so noting one costs no call of it. Each task writes its own place.
 */
final class InWork {
    /** A partition of the suppliers' topics each; more share a place, and are no worse off than without. */
    private static final int PLACES = 1_024;

    /** A state, a partition, an offset, and a topic's name, of which Kafka allows 249 characters. */
    private static final int PLACE = 512;

    private static final int AT_WORK = 1;
    private static final int PARTITION = 4;
    private static final int OFFSET = 8;
    private static final int LENGTH = 16;
    private static final int NAME = 20;

    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final MappedByteBuffer file;

    /** In a folder, which is made if need be. */
    InWork(Path folder) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                    folder.resolve(HubGroups.GATE + "-in-work"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE)) {
                file = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) PLACES * PLACE);
                file.order(ByteOrder.nativeOrder());
            }
        } catch (IOException e) {
            throw new RolloutException(
                    "The folder of the instance's state cannot be written: " + e, "Mend that, or set state.dir.", e);
        }
    }

    /** What a process of before was at work on when it ended; forgotten by this. */
    List<Origin> takeLeft() {
        List<Origin> left = new ArrayList<>();
        for (int at = 0; at < PLACES * PLACE; at += PLACE) {
            int length = file.getInt(at + LENGTH);
            if (file.getInt(at) == AT_WORK && length > 0 && length <= PLACE - NAME) {
                byte[] name = new byte[length];
                file.get(at + NAME, name);
                left.add(new Origin(
                        new String(name, StandardCharsets.UTF_8),
                        file.getInt(at + PARTITION),
                        file.getLong(at + OFFSET)));
            }
            file.putInt(at, 0);
        }
        return left;
    }

    void begin(int task, Origin origin) {
        int at = place(task);
        byte[] name = origin.getTopic().getBytes(StandardCharsets.UTF_8);
        file.putInt(at + PARTITION, origin.getPartition());
        file.putLong(at + OFFSET, origin.getOffset());
        file.putInt(at + LENGTH, name.length);
        file.put(at + NAME, name);
        INT.setRelease((ByteBuffer) file, at, AT_WORK);
    }

    void end(int task) {
        INT.setRelease((ByteBuffer) file, place(task), 0);
    }

    private static int place(int task) {
        return task % PLACES * PLACE;
    }
}
