"""The box in which readers search, as a test uses it."""

from tests.browser import watched

LISTEN = """() => {
  const send = Worker.prototype.postMessage;
  window.answers = 0;
  Worker.prototype.postMessage = function (message) {
    if (!this.heard) {
      this.heard = true;
      this.addEventListener("message", ({ data }) => {
        if (data.type === 3) { window.items = data.data.items; window.answers++; }
      });
    }
    return send.call(this, message);
  };
}"""


class Box:
    """The real search box; `ask` gives the addresses it lists, group by group."""

    def __init__(self, tab, address):
        self.tab = tab
        self.faults = watched(tab, address)
        tab.goto(address)
        tab.evaluate(LISTEN)
        tab.keyboard.press("/")
        self.input = tab.locator(".md-search__input")
        self.shown = tab.locator(".md-search-result__meta")
        self.links = tab.locator(".md-search-result__link")

    def ask(self, query):
        for text in ("", query):
            if self.input.input_value() != text:
                before = self.tab.evaluate("window.answers")
                self.input.fill(text)
                self.tab.wait_for_function("count => window.answers > count", arg=before)
        return self.tab.evaluate("window.items.map(group => group.map(item => item.location))")

    def put(self, text, events):
        """Change the text without a key, then fire the events."""
        script = f"(input, value) => {{ input.value = value; {events} }}"
        self.input.evaluate(script, text)
