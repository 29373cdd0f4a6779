"""From a site to published files: the engine, the theme's frame, hand-written pages, the checks, the swap."""
