// <tv-period>: two handles below a picture of the years that the server has drawn.
// Without JavaScript the two lists stay as they are; with it they hold the values and are hidden.

const SVG = "http://www.w3.org/2000/svg";
const MIDDLE = 17;

function draw(parent, name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

class Period extends HTMLElement {
  connectedCallback() {
    this.lists = [...this.querySelectorAll("select")];
    this.bars = [...this.querySelectorAll("rect")];
    this.output = this.querySelector("output");
    this.last = this.lists[0].length - 1;
    if (this.last < 1 || this.track) return;
    this.track = draw(this.querySelector("[data-tv-track]"), "svg", { class: "tv-period-track" });
    draw(this.track, "line", { class: "tv-period-rail", x1: "0%", x2: "100%", y1: MIDDLE, y2: MIDDLE });
    this.range = draw(this.track, "line", { class: "tv-period-range", y1: MIDDLE, y2: MIDDLE });
    this.handles = this.lists.map((_list, which) => this.handle(which));
    for (const label of this.querySelectorAll("[data-tv-plain]")) label.hidden = true;
    this.show();
  }

  handle(which) {
    const handle = draw(this.track, "circle", {
      class: "tv-period-handle", cy: MIDDLE, r: 12, role: "slider", tabindex: 0,
      "aria-label": which ? this.dataset.to : this.dataset.from, "aria-valuemin": 0, "aria-valuemax": this.last,
    });
    handle.addEventListener("keydown", (event) => this.press(which, event));
    handle.addEventListener("pointerdown", (event) => handle.setPointerCapture(event.pointerId));
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const box = this.track.getBoundingClientRect();
      this.move(which, Math.round(((event.clientX - box.left) / box.width) * this.last));
    });
    handle.addEventListener("lostpointercapture", () => this.tell(which));
    return handle;
  }

  press(which, event) {
    const now = this.lists[which].selectedIndex;
    const page = Number(this.dataset.pageSteps);
    const target = {
      ArrowLeft: now - 1, ArrowDown: now - 1, ArrowRight: now + 1, ArrowUp: now + 1,
      PageDown: now - page, PageUp: now + page, Home: 0, End: this.last,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.move(which, target);
    this.tell(which);
  }

  move(which, target) {
    const [first, last] = this.lists.map((list) => list.selectedIndex);
    const [least, most] = which ? [first, this.last] : [0, last];
    this.lists[which].selectedIndex = Math.min(Math.max(target, least), most);
    this.show();
  }

  tell(which) {
    this.lists[which].dispatchEvent(new Event("change", { bubbles: true }));
  }

  show() {
    const places = this.lists.map((list) => list.selectedIndex);
    const texts = this.lists.map((list) => list.selectedOptions[0].text);
    this.handles.forEach((handle, which) => {
      handle.setAttribute("cx", `${(places[which] / this.last) * 100}%`);
      handle.setAttribute("aria-valuenow", places[which]);
      handle.setAttribute("aria-valuetext", texts[which]);
      this.range.setAttribute(which ? "x2" : "x1", `${(places[which] / this.last) * 100}%`);
    });
    this.bars.forEach((bar, place) => {
      bar.classList.toggle("tv-period-bar-in", place >= places[0] && place <= places[1]);
    });
    this.output.textContent = texts.join(" – ");
  }
}

customElements.define("tv-period", Period);
