/*
 * Preloaded into a server that has no option for its address and cannot say which port it was given (gnutls-serv):
 * it is bound to 127.0.0.1 (::1) only, and each IPv4 socket that listens is told on standard output, in a line
 * "LISTENS <port>".
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>

int bind(int descriptor, const struct sockaddr *address, socklen_t length) {
    int (*real)(int, const struct sockaddr *, socklen_t) =
        (int (*)(int, const struct sockaddr *, socklen_t))dlsym(RTLD_NEXT, "bind");
    if (address->sa_family == AF_INET) {
        struct sockaddr_in here = *(const struct sockaddr_in *)address;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return real(descriptor, (struct sockaddr *)&here, sizeof here);
    }
    if (address->sa_family == AF_INET6) {
        struct sockaddr_in6 here = *(const struct sockaddr_in6 *)address;
        here.sin6_addr = in6addr_loopback;
        return real(descriptor, (struct sockaddr *)&here, sizeof here);
    }
    return real(descriptor, address, length);
}

int listen(int descriptor, int backlog) {
    int (*real)(int, int) = (int (*)(int, int))dlsym(RTLD_NEXT, "listen");
    int result = real(descriptor, backlog);
    struct sockaddr_in here;
    socklen_t length = sizeof here;
    if (result == 0 && getsockname(descriptor, (struct sockaddr *)&here, &length) == 0 &&
        here.sin_family == AF_INET) {
        dprintf(1, "\nLISTENS %d\n", ntohs(here.sin_port));
    }
    return result;
}
