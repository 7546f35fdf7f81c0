// <tv-copy>: a button that copies the reference. Without JavaScript the text can be selected with one press.

class Copy extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard || this.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tv-button tv-button-secondary tv-button-small";
    button.textContent = this.dataset.copy;
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    status.className = "tv-copy-status";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(this.querySelector(".tv-cite-text").textContent);
      status.textContent = this.dataset.copied;
    });
    this.append(button, status);
  }
}

customElements.define("tv-copy", Copy);
