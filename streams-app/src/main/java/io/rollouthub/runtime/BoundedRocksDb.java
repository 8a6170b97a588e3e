package io.rollouthub.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound for the memory of all tables of a process that are on disk: Kafka Streams would give each table of each
 * partition 50 MB for what is read and 48 MB for what is written.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long READ = 64L << 20;
    private static final long WRITTEN = 32L << 20;
    private static final long WRITE_BUFFER = 2L << 20;
    private static final int WRITE_BUFFERS = 2;
    private static final int OPEN_FILES = 32; // of each table; those of all are a few hundred

    static {
        RocksDB.loadLibrary();
    }

    /** Of the process; what is written counts as read too, so that both together stay within its bound. */
    private static final Cache CACHE = new LRUCache(READ);

    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITTEN, CACHE);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
        options.setMaxOpenFiles(OPEN_FILES);
        options.setTableFormatConfig(table);
    }

    /** Cache and buffers are the process's, not the store's. */
    @Override
    public void close(String store, Options options) {}
}
