package dev.portcullis.classification.registry;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Where a file lies, taken apart and checked.
 *
 * @param tls whether it is reached by HTTPS
 * @param host in small letters
 * @param port of the host
 * @param target path and query, as they are sent
 */
record Destination(boolean tls, String host, int port, String target) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /**
     * Takes an address apart.
     *
     * @throws IllegalArgumentException with the reason, where it is none that may be fetched
     */
    static Destination of(String url, boolean plainHttp) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no address");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (!tls && !(plainHttp && scheme.equals("http"))) {
            throw new IllegalArgumentException("must begin with https://");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must name a host, and no user");
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        int port = uri.getPort() < 0 ? (tls ? HTTPS : HTTP) : uri.getPort();
        return new Destination(tls, IDN.toASCII(uri.getHost()).toLowerCase(Locale.ROOT), port, target);
    }

    /** The address as a whole, to resolve redirects against. */
    URI uri() {
        return URI.create((tls ? "https://" : "http://") + host + ":" + port + target);
    }

    /** The last part of the path: the name of the file. */
    String fileName() {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        String last = path.substring(path.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return last;
        }
    }

    /** Whether a list of hosts allows it. A host without a port stands for the usual one. */
    boolean isAmong(List<String> hosts) {
        return hosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).anyMatch(this::matches);
    }

    private boolean matches(String entry) {
        int colon = entry.lastIndexOf(':');
        boolean withPort = colon > entry.lastIndexOf(']') && colon >= 0;
        String name = withPort ? entry.substring(0, colon) : entry;
        String wanted = withPort ? entry.substring(colon + 1) : Integer.toString(tls ? HTTPS : HTTP);
        boolean sameHost = name.startsWith("*.")
                ? host.endsWith(name.substring(1)) && host.length() > name.length() - 1
                : host.equals(name);
        return sameHost && wanted.equals(Integer.toString(port));
    }
}
