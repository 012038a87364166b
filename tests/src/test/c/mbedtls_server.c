/* An echo server on Debian's mbedTLS 2.28, the library that the module itself uses. It serves one connection after
 * another on 127.0.0.1, each with one cipher suite only:
 *
 *     mbedtls_server FOLDER [auth] CODE...
 *
 * FOLDER holds NAME.crt and NAME.key for rsa, ecdsa, ecdh_rsa and ecdh_ecdsa; CODE is a suite in hexadecimal. It prints
 * its port, then for each connection the suite's name and, with auth, the client certificate's subject. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>

static mbedtls_ctr_drbg_context random_source;

static void require(int ok, const char *what) {
    if (!ok) {
        fprintf(stderr, "mbedtls_server: %s\n", what);
        exit(1);
    }
}

static int listen_here(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    require(bind(listener, (struct sockaddr *)&address, sizeof address) == 0, "bind");
    require(listen(listener, 16) == 0, "listen");
    getsockname(listener, (struct sockaddr *)&address, &length);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    return listener;
}

/* Which of the certificates a suite's key exchange wants. */
static const char *identity_for(const char *suite) {
    if (strstr(suite, "-ECDH-RSA-")) {
        return "ecdh_rsa";
    }
    if (strstr(suite, "-ECDH-ECDSA-")) {
        return "ecdh_ecdsa";
    }
    return strstr(suite, "-ECDHE-ECDSA-") ? "ecdsa" : "rsa";
}

static void load(const char *folder, const char *name, mbedtls_x509_crt *certificate, mbedtls_pk_context *key) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s.crt", folder, name);
    require(mbedtls_x509_crt_parse_file(certificate, path) == 0, path);
    snprintf(path, sizeof path, "%s/%s.key", folder, name);
    require(mbedtls_pk_parse_keyfile(key, path, NULL) == 0, path);
}

static void echo(mbedtls_ssl_context *ssl) {
    unsigned char buffer[16384];
    int count;
    while ((count = mbedtls_ssl_read(ssl, buffer, sizeof buffer)) > 0) {
        for (int sent = 0, part; sent < count; sent += part) {
            part = mbedtls_ssl_write(ssl, buffer + sent, count - sent);
            if (part <= 0) {
                return;
            }
        }
    }
    mbedtls_ssl_close_notify(ssl);
}

static void report(mbedtls_ssl_context *ssl, int result) {
    char subject[512] = "";
    const mbedtls_x509_crt *client = result == 0 ? mbedtls_ssl_get_peer_cert(ssl) : NULL;
    if (client != NULL) {
        mbedtls_x509_dn_gets(subject, sizeof subject, &client->subject);
    }
    if (result == 0) {
        printf("%s %s %s\n", mbedtls_ssl_get_version(ssl), mbedtls_ssl_get_ciphersuite(ssl), subject);
    } else {
        printf("failed -0x%04x\n", -result);
    }
    fflush(stdout);
}

static void serve(int connection, const char *folder, int code, int auth) {
    int suites[] = {code, 0};
    mbedtls_net_context net = {.fd = connection};
    mbedtls_ssl_config config;
    mbedtls_ssl_context ssl;
    mbedtls_x509_crt certificate;
    mbedtls_pk_context key;
    mbedtls_ssl_config_init(&config);
    mbedtls_ssl_init(&ssl);
    mbedtls_x509_crt_init(&certificate);
    mbedtls_pk_init(&key);
    load(folder, identity_for(mbedtls_ssl_get_ciphersuite_name(code)), &certificate, &key);
    require(mbedtls_ssl_config_defaults(&config, MBEDTLS_SSL_IS_SERVER, MBEDTLS_SSL_TRANSPORT_STREAM,
                                        MBEDTLS_SSL_PRESET_DEFAULT) == 0, "config");
    mbedtls_ssl_conf_rng(&config, mbedtls_ctr_drbg_random, &random_source);
    mbedtls_ssl_conf_ciphersuites(&config, suites);
    mbedtls_ssl_conf_authmode(&config, auth ? MBEDTLS_SSL_VERIFY_OPTIONAL : MBEDTLS_SSL_VERIFY_NONE);
    require(mbedtls_ssl_conf_own_cert(&config, &certificate, &key) == 0, "own certificate");
    require(mbedtls_ssl_setup(&ssl, &config) == 0, "setup");
    mbedtls_ssl_set_bio(&ssl, &net, mbedtls_net_send, mbedtls_net_recv, NULL);
    int result = mbedtls_ssl_handshake(&ssl);
    report(&ssl, result);
    if (result == 0) {
        echo(&ssl);
    }
    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&config);
    mbedtls_x509_crt_free(&certificate);
    mbedtls_pk_free(&key);
    close(connection);
}

int main(int argc, char **argv) {
    mbedtls_entropy_context entropy;
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&random_source);
    require(argc > 2, "usage: mbedtls_server FOLDER [auth] CODE...");
    require(mbedtls_ctr_drbg_seed(&random_source, mbedtls_entropy_func, &entropy, NULL, 0) == 0, "random numbers");
    int auth = strcmp(argv[2], "auth") == 0;
    int listener = listen_here();
    for (int i = auth ? 3 : 2; i < argc; i++) {
        int code = (int)strtol(argv[i], NULL, 16);
        require(mbedtls_ssl_get_ciphersuite_name(code) != NULL, argv[i]);
        serve(accept(listener, NULL, NULL), argv[1], code, auth);
    }
    return 0;
}
