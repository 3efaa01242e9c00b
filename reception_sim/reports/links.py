"""Which addresses may become a link in a report."""


def is_web_address(address: str) -> bool:
    """Tell what may become a link: an address of another scheme could run a script."""
    return address.startswith(("https://", "http://"))
