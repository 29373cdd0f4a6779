"""Nothing that a reader sees moves when a script arrives after the page has been drawn."""

from tests.browser import PATIENCE

from .kinds import kinds

WATCH = """
window.moved = [];
new PerformanceObserver((list) => moved.push(...list.getEntries().map(({ value, sources }) =>
  [value, ...sources.map(({ node }) => node && node.nodeType === 1 ? node.outerHTML.slice(0, 100) : String(node))]
))).observe({ type: "layout-shift", buffered: true });
"""
DRAWN = "() => performance.getEntriesByType('paint').length > 0"
NEXT_FRAME = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
IN_THE_BODY = "**/assets/[!b]*.js"
"""All but base.js, which stands in the head: before it nothing is drawn."""


def test_nothing_moves_when_the_scripts_come_late(browser, address, folder):
    context = browser.new_context(base_url=address, viewport={"width": 412, "height": 823})
    context.add_init_script(WATCH)
    tab = context.new_page()
    held = []

    def hold(route):
        held.append(route)

    tab.route(IN_THE_BODY, hold)
    moved = {}
    for path in kinds(folder):
        tab.goto(path, wait_until="commit")
        tab.wait_for_function(DRAWN, timeout=PATIENCE)
        while held or tab.evaluate("document.readyState") != "complete":
            if held:
                held.pop(0).continue_()
            tab.evaluate(NEXT_FRAME)
        if found := tab.evaluate("moved"):
            moved[path] = found
    context.close()
    assert moved == {}
