import { LitElement, html } from "lit";

class Player extends LitElement {
  override createRenderRoot() {
    return this;
  }

  override render() {
    return html``;
  }
}

customElements.define("handrail-player", Player);
