package org.openaisle.app.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What pgbench calls simple update ({@code pgbench -N}, scale 1), over JDBC: one row changed, read, and one row of history added in a
 * transaction. It tells how fast this database on this disk is by itself.
 */
public final class SimpleUpdates {
    private static final int ACCOUNTS = 100_000;

    private SimpleUpdates() {}

    /** Transactions a second with so many clients. */
    public static double perSecond(PlatformDatabase database, int clients, Duration length, long seed)
            throws SQLException, IOException, InterruptedException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS simple_updates CASCADE");
            statement.execute("CREATE SCHEMA simple_updates");
            statement.execute("""
                    CREATE TABLE simple_updates.accounts (aid int PRIMARY KEY, bid int, abalance int, filler char(84)) WITH (fillfactor = 100)""");
            statement.execute("""
                    CREATE TABLE simple_updates.history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))""");
            statement.execute("INSERT INTO simple_updates.accounts SELECT i, 1, 0, '' FROM generate_series(1, "
                    + ACCOUNTS + ") AS i");
            statement.execute("ANALYZE simple_updates.accounts");
            long begin = System.nanoTime();
            long done = run(database, clients, begin + length.toNanos(), seed);
            double seconds = (System.nanoTime() - begin) / 1e9;
            statement.execute("DROP SCHEMA simple_updates CASCADE");
            return done / seconds;
        }
    }

    private static long run(PlatformDatabase database, int clients, long end, long seed)
            throws InterruptedException, SQLException {
        List<Future<Long>> counts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                Random random = new Random(seed + i);
                counts.add(threads.submit(() -> client(database, random, end)));
            }
            long all = 0;
            for (Future<Long> count : counts) {
                all += count.get();
            }
            return all;
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        }
    }

    private static long client(PlatformDatabase database, Random random, long end) throws SQLException, IOException {
        long done = 0;
        try (Connection connection = database.connect();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE simple_updates.accounts SET abalance = abalance + ? WHERE aid = ?");
                PreparedStatement select =
                        connection.prepareStatement("SELECT abalance FROM simple_updates.accounts WHERE aid = ?");
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO simple_updates.history (tid, bid, aid, delta, mtime) VALUES (?, 1, ?, ?, CURRENT_TIMESTAMP)""")) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                int account = 1 + random.nextInt(ACCOUNTS);
                int delta = random.nextInt(10_001) - 5_000;
                update.setInt(1, delta);
                update.setInt(2, account);
                update.executeUpdate();
                select.setInt(1, account);
                select.executeQuery().close();
                insert.setInt(1, 1 + random.nextInt(10));
                insert.setInt(2, account);
                insert.setInt(3, delta);
                insert.executeUpdate();
                connection.commit();
                done++;
            }
        }
        return done;
    }
}
