// <tv-list-keys>: J and K move between the links of a list, only while focus is inside it (WCAG 2.1.4).

class ListKeys extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", (event) => {
      const step = { j: 1, k: -1 }[event.key];
      const isTyping = event.target.closest("input:not([type=checkbox]), select, textarea");
      if (!step || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const links = [...this.querySelectorAll(".tv-result-title a, th a")];
      const here = links.findIndex((link) => link.closest("article, tr").contains(event.target));
      const next = links[here + step];
      if (here < 0 || !next) return;
      event.preventDefault();
      next.focus();
    });
  }
}

customElements.define("tv-list-keys", ListKeys);
