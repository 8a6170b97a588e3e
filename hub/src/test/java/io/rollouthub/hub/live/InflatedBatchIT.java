package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.HubFile;
import io.rollouthub.producer.Reports;
import io.rollouthub.topic.SupplierTopics;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceRequestData.PartitionProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.apache.kafka.common.utils.ByteUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supplier sends some hundred bytes that say they unpack to more than a hub on one machine has memory for. */
class InflatedBatchIT {
    private static final String TOPIC = SupplierTopics.in("acme");

    /** The last that names topics. */
    private static final short VERSION = 12;

    private static final short GZIP = 1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @Test
    void itIsRefusedToTheSupplierAndTheHubGoesOn() throws Exception {
        Path programme = LiveProgramme.write(folder, "Europe/London");
        try (HubProcess up = HubProcess.start(folder, Map.of(), UpFolder.args(folder, programme))) {
            up.awaitOutput("is up.");
            String broker = Objects.requireNonNull(HubFile.ofRunningHub(UpFolder.data(folder)))
                    .bootstrapServers();
            for (int declared : new int[] {3_000_000, 200_000_000, 300_000_000, Integer.MAX_VALUE}) {
                assertThat(send(broker, declared)).as("%d bytes", declared).isNotEqualTo(Errors.NONE);
            }
            try (TestSupplier acme = new TestSupplier(UpFolder.hub(folder).connection(), "acme")) {
                acme.deliver(Reports.on("east")
                        .goLive("one", "p", "r")
                        .planned("e-1", Instant.now().truncatedTo(ChronoUnit.MILLIS), LocalDate.of(2036, 1, 1)));
            }
            assertThat(up.err()).doesNotContain("memory is used up");
        }
    }

    /** A batch of one record whose body says it is so long. */
    private static Errors send(String broker, int declared) throws IOException {
        int colon = broker.lastIndexOf(':');
        ProduceRequestData data = new ProduceRequestData().setAcks((short) -1).setTimeoutMs(30_000);
        TopicProduceData topic = new TopicProduceData().setName(TOPIC);
        topic.partitionData()
                .add(new PartitionProduceData()
                        .setIndex(0)
                        .setRecords(MemoryRecords.readableRecords(batch(packed(declared)))));
        data.topicData().add(topic);
        RequestHeaderData header = new RequestHeader(ApiKeys.PRODUCE, VERSION, "test", 1).data();
        ByteBuffer request =
                RequestUtils.serialize(header, (short) 2, new ProduceRequest(data, VERSION).data(), VERSION);
        try (Socket socket = new Socket(broker.substring(0, colon), Integer.parseInt(broker.substring(colon + 1)))) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(request.remaining());
            out.write(request.array(), request.arrayOffset() + request.position(), request.remaining());
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            ByteBuffer answer = ByteBuffer.wrap(in.readNBytes(in.readInt()));
            answer.position(Integer.BYTES + 1); // the correlation, and no tagged fields
            ProduceResponseData response = new ProduceResponseData(new ByteBufferAccessor(answer), VERSION);
            return Errors.forCode(response.responses()
                    .iterator()
                    .next()
                    .partitionResponses()
                    .get(0)
                    .errorCode());
        }
    }

    private static byte[] packed(int declared) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DataOutputStream body = new DataOutputStream(new GZIPOutputStream(packed))) {
            ByteUtils.writeVarint(declared, body);
            body.write(new byte[64]);
        }
        return packed.toByteArray();
    }

    private static ByteBuffer batch(byte[] records) {
        int header = 61;
        int beforeLength = 12;
        int crcAt = 17;
        long now = System.currentTimeMillis();
        ByteBuffer batch = ByteBuffer.allocate(header + records.length);
        batch.putLong(0)
                .putInt(header + records.length - beforeLength)
                .putInt(-1)
                .put((byte) 2);
        batch.putInt(0).putShort(GZIP).putInt(0).putLong(now).putLong(now);
        batch.putLong(-1).putShort((short) -1).putInt(-1).putInt(1).put(records);
        CRC32C crc = new CRC32C();
        crc.update(batch.array(), crcAt + Integer.BYTES, batch.capacity() - crcAt - Integer.BYTES);
        batch.putInt(crcAt, (int) crc.getValue());
        return batch.rewind();
    }
}
