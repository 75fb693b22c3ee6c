"""Whose request is this: the client's address, as told by a known number of proxies."""

from __future__ import annotations

import ipaddress

_IPV6_SUBSCRIBER_BITS = 64


def client_address(peer: str, forwarded_for: str, proxies: int) -> str:
    """Return the key under which a client is counted.

    Args:
        peer: address of the other end of the connection.
        forwarded_for: the X-Forwarded-For header; each proxy appends whom it talked to.
        proxies: how many proxies of ours stand in front. Entries to the left of theirs
            are the client's own words and are not believed.

    Returns:
        The IPv4 address, or the /64 network of an IPv6 address (one subscriber has them
        all); `peer` where the header has fewer entries than there are proxies.
    """
    entries = [entry.strip() for entry in forwarded_for.split(",") if entry.strip()]
    claimed = entries[-proxies] if 0 < proxies <= len(entries) else peer
    try:
        address = ipaddress.ip_address(claimed.strip("[]"))
    except ValueError:
        return peer
    if address.version == 6:
        return str(ipaddress.ip_network((address, _IPV6_SUBSCRIBER_BITS), strict=False))
    return str(address)
