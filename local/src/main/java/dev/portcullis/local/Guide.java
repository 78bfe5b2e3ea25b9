package dev.portcullis.local;

import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;

/** What a person can do with the running suite. */
final class Guide {
    private Guide() {}

    static String of(LocalStack stack) {
        StringBuilder text = new StringBuilder("Up until Ctrl-C:\n");
        for (Service service : Service.values()) {
            text.append(String.format(
                    "  %-20s %s   (API: /q/swagger-ui)%n",
                    service.id(), stack.service(service).address()));
        }
        text.append(String.format(
                "  %-20s %s   (admin / admin-dev)%n",
                "Keycloak", stack.keycloak().address()));
        String token = stack.keycloak().realmUrl() + "/protocol/openid-connect/token";
        String classification = stack.service(Service.CLASSIFICATION).address();
        String licensing = stack.service(Service.LICENSING).address();
        text.append("""

                A token, good for five minutes (users: officer, license-manager, classifier, screener, approver,
                engineer, auditor; the password is the name with -dev):

                  token() { curl -s %1$s \\
                    -d grant_type=password -d client_id=portcullis-cli -d username="$1" -d password="$1-dev" \\
                    -d "scope=openid $2" | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/'; }

                Three things to try:

                  curl -s -H "Authorization: Bearer $(token engineer classification-svc)" '%2$s/v1/items?limit=3'
                  curl -s -H "Authorization: Bearer $(token auditor licensing-svc)" '%3$s/v1/releases?limit=3'
                  curl -s -H "Authorization: Bearer $(token auditor licensing-svc)" '%3$s/v1/ledger/checkpoint'
                """.formatted(token, classification, licensing));
        return text.toString();
    }
}
