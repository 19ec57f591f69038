package org.openaisle.platform.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.web.Stores;
import org.springframework.stereotype.Component;

/** Which stores there are. A store is closed, never deleted, so that one that was seen once is there for good. */
@Component
class StoreRegister implements Stores {
    private record Key(TenantId tenant, UUID store) {}

    private final TenantWork work;
    private final Cache<Key, Boolean> seen =
            Caffeine.newBuilder().maximumSize(100_000).build();

    StoreRegister(TenantWork work) {
        this.work = work;
    }

    @Override
    public boolean exists(TenantId tenant, UUID store) {
        Key key = new Key(tenant, store);
        if (seen.getIfPresent(key) != null) {
            return true;
        }
        boolean there = work.call(
                tenant,
                () -> work.sql("SELECT EXISTS (SELECT FROM store WHERE id = ?)")
                        .param(store)
                        .query(Boolean.class)
                        .single());
        if (there) {
            seen.put(key, true);
        }
        return there;
    }
}
