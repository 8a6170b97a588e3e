package io.rollouthub.hub.settings;

import io.rollouthub.http.AddressRange;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.http.HttpSettings.Credentials;
import io.rollouthub.http.HttpSettings.TrustedProxy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was given for the web server. */
final class GivenHttp {
    private GivenHttp() {}

    /** Its settings; null if there is a mistake in them, which has been noted then. */
    static @Nullable HttpSettings read(GivenSettings given) {
        String host = given.value(Setting.HTTP_HOST, value -> value);
        Integer port = given.value(Setting.HTTP_PORT, value -> Parsed.whole(value, 0, 65_535));
        String user = given.value(Setting.HTTP_USER, Parsed::user);
        String password = given.value(Setting.HTTP_PASSWORD, value -> value);
        given.requireBothOrNone(Setting.HTTP_USER, Setting.HTTP_PASSWORD);
        String header = given.value(Setting.HTTP_TRUSTED_PROXY_HEADER, Parsed::header);
        List<AddressRange> proxies = given.value(
                Setting.HTTP_TRUSTED_PROXIES,
                value -> Parsed.list(value).stream().map(AddressRange::of).toList());
        given.requireBothOrNone(Setting.HTTP_TRUSTED_PROXY_HEADER, Setting.HTTP_TRUSTED_PROXIES);
        Set<String> hosts = given.value(Setting.HTTP_ALLOWED_HOSTS, Parsed::hosts);
        return host == null || port == null
                ? null
                : new HttpSettings(
                        host,
                        port,
                        Objects.requireNonNullElse(hosts, Set.of()),
                        user == null || password == null ? null : new Credentials(user, password),
                        header == null || proxies == null ? null : new TrustedProxy(header, proxies),
                        false);
    }
}
