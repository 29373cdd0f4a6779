"""The OpenSearch 1.1 description with which a browser registers the site's search."""

from xml.sax.saxutils import escape

from ..site.site import Site


def open_search(site: Site, address: str) -> str:
    """Return the description document. In: the site and its absolute address, which OpenSearch requires."""
    address = escape(address.rstrip("/") + "/")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{escape(site.body.title[:16])}</ShortName>
  <Description>{escape(site.body.about[:1024])}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">{address}assets/logo.svg</Image>
  <Url type="text/html" method="get" template="{address}search/?q={{searchTerms}}"/>
</OpenSearchDescription>
"""
