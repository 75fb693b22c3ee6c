/* The patient's window: one Web Component, no dependency, no build step.
 *
 *   <script src="https://bot.hospital.example/chat/widget.js" defer
 *           data-clinic="…" data-emergency="…" data-care-team="…"></script>
 *
 * All text goes in through textContent, so nothing a patient or the bot writes can become
 * markup; it runs under a strict Content-Security-Policy with Trusted Types.
 * License: Apache-2.0.
 */
(() => {
  "use strict";

  // Every word the window itself says. Add a language by adding a block.
  const STRINGS = {
    en: {
      dir: "ltr",
      launcher: "Immunotherapy help",
      title: "Immunotherapy help",
      notice:
        "I am an automated guide, not a doctor or a nurse. Nobody watches this chat. " +
        "In an emergency, call {emergency} now.",
      greeting: "Hello. Tell me how you feel, or ask me about immunotherapy.",
      starters: ["I feel unwell", "Pick a symptom", "What can you do?"],
      close: "Close the chat",
      menu: "More",
      restart: "Start again",
      save: "Save as text",
      print: "Print",
      erase: "Delete my conversation",
      eraseSure: "Delete it for good?",
      eraseYes: "Yes, delete",
      eraseNo: "No, keep it",
      erased: "Your conversation is deleted.",
      eraseFailed: "I could not delete your conversation. Please try again.",
      log: "Conversation",
      input: "Your message",
      number: "Type a number",
      send: "Send",
      typing: "Writing an answer …",
      you: "You said:",
      bot: "The guide said:",
      numbers: "Phone numbers",
      emergencyLabel: "Emergency",
      teamLabel: "Care team (24 h)",
      corrected: "A phone number was out of date. The right numbers are shown now.",
      failed: "Not delivered. If you feel unwell, call:",
      again: "Try again",
      offline: "You are offline. You can still call the numbers above.",
      online: "You are back online.",
      ended: "Your last chat has ended. I started a new one.",
      notRestored: "I could not load your conversation. If you feel unwell, call:",
      tooLong: "This is long: {count} of {most} characters.",
      progress: "Question {number} of at most {of}",
      back: "Back to the last question",
      noted: "I noted:",
      correct: "That is not right",
      correctHint: "Tell me what is right",
      below: "Go to the question:",
      units: "Unit",
      because: "Why:",
      levels: {
        emergency: "Call emergency services now",
        urgent: "Call your care team now",
        same_day: "Call your care team today",
        routine: "Tell your care team at your next visit",
      },
    },
  };

  // Milliseconds and characters; the bot fills in what is set in its credentials.yml.
  const TIMEOUT = 20000;
  const LONGEST = 2000;
  const ALARMS = ["urgent", "emergency"];

  // `all: initial` with !important holds against any style of the page around it.
  const CSS = `
:host{all:initial!important;--bg:#fff;--fg:#16202a;--soft:#eaf0f4;--dim:#4d5b68;--line:#66737f;
--accent:#0b5873;--on:#fff;--alarm:#a3001b;--bad:#a3001b;--warn:#7a4100;--calm:#1d5b37;
display:block!important;position:fixed!important;inset-block-end:0!important;inset-inline-end:0!important;
z-index:2147483647!important;color:var(--fg)!important;
font:medium/1.45 system-ui,sans-serif!important;color-scheme:light!important}
:host([data-position=left]){inset-inline:0 auto!important}
:host([data-theme=dark]){--bg:#12171c;--fg:#f1f4f6;--soft:#252e36;--dim:#b4bfc9;--line:#8d99a5;
--accent:#8fd0ea;--on:#06202b;--alarm:#c00f2c;--bad:#ff9aa5;--warn:#8f4d00;--calm:#226b41;color-scheme:dark!important}
*{box-sizing:border-box;margin:0;font:inherit;letter-spacing:inherit}
[hidden]{display:none!important}
b,h2,strong{font-weight:700}
button,.tel{min-block-size:44px;min-inline-size:44px;padding:.4em .9em;border:1px solid var(--line);
border-radius:.7em;background:var(--bg);color:var(--fg);cursor:pointer;text-align:start}
.tel{display:inline-block;line-height:1.3;padding-block:calc((44px - 1.3em)/2 - 1px);text-decoration:underline;font-weight:700}
button:hover,.tel:hover{background:var(--soft)}
:focus-visible{outline:3px solid var(--fg);outline-offset:2px;box-shadow:0 0 0 2px var(--bg)}
.launcher{margin:1em;padding:.7em 1.2em;border-radius:2em;border-color:var(--on);
background:var(--accent);color:var(--on);font-weight:700;box-shadow:0 2px 8px #0007}
.launcher:hover{background:var(--accent);text-decoration:underline}
.launcher.alarm{background:var(--alarm);color:#fff;border-color:#fff}
.panel{display:flex;flex-direction:column;overflow:auto;background:var(--bg);border:1px solid var(--line);
inline-size:min(26em,100vw);block-size:min(40em,100vh);block-size:min(40em,100dvh);border-radius:1em 1em 0 0}
.page .panel{inline-size:100vw;block-size:100vh;block-size:100dvh;border:0;border-radius:0}
.panel>*{flex:none;padding-inline:.8em}
header{display:flex;align-items:center;gap:.3em;padding-block:.3em;background:var(--accent);color:var(--on)}
header h2{flex:1;min-inline-size:0;overflow-wrap:anywhere}
header button{background:none;color:inherit;border-color:transparent}
header button:hover{background:none;border-color:currentColor}
header :focus-visible{outline-color:var(--on);box-shadow:none;outline-offset:-3px}
.menu{display:flex;flex-wrap:wrap;gap:.4em;padding-block:.5em;border-block-end:1px solid var(--line)}
.banner:empty{display:none}
.banner{padding-block:.5em;background:var(--calm);color:#fff;border-block-end:3px solid #fff;
max-block-size:45%;overflow:auto}
.banner.urgent{background:var(--warn)}.banner.emergency{background:var(--alarm)}
.banner strong{font-size:1.15em}
.banner .tel,.banner .tel:hover{background:#fff;color:#16202a}
.banner :focus-visible{outline-color:#fff;box-shadow:0 0 0 5px #16202a}
.calls{display:flex;flex-wrap:wrap;gap:.4em;padding:0;list-style:none}
.banner:not(:empty)+.numbers{display:none}
.numbers{padding-block:.1em;border-block-end:1px solid var(--line)}
.numbers .tel{border-color:transparent;padding-inline:.3em;font-size:.85em}.numbers .calls{gap:0}
.log{position:relative;flex:1 1 8em;min-block-size:8em;overflow-y:auto;padding-block:.6em}
.msg{max-inline-size:88%;inline-size:fit-content;margin-block-end:.7em}
.msg p,.note{padding:.5em .8em;border-radius:.9em;background:var(--soft);white-space:pre-wrap;
overflow-wrap:anywhere;unicode-bidi:plaintext}
.msg p+p{margin-block-start:.3em}
.me{margin-inline-start:auto}.me p{background:var(--accent);color:var(--on)}
.note{border:1px solid var(--line);margin-block-end:.7em}
.fail{padding:.6em .8em;margin-block-end:.7em;border:3px solid var(--bad);border-radius:.7em}
.fail p{padding:0;background:none;font-weight:700}
time,.small{display:block;font-size:.8em;color:var(--dim)}
.quick{display:flex;flex-wrap:wrap;gap:.4em;margin-block-start:.4em}
.quick button{border:2px solid var(--line);font-weight:700}
.below{margin:0 .8em .3em;border:2px solid var(--accent);font-weight:700}
.below::before{content:"↓ "}
.status{min-block-size:1.6em;color:var(--dim);font-size:.9em}
.dots::after{content:"";display:inline-block;inline-size:.6em;block-size:.6em;border-radius:50%;
background:currentColor;margin-inline-start:.4em;animation:blink 1s infinite alternate}
@keyframes blink{to{opacity:.1}}
form{display:flex;flex-wrap:wrap;gap:.4em;align-items:end;padding-block:.4em .6em;border-block-start:1px solid var(--line)}
::placeholder{color:var(--dim);opacity:1}
textarea{flex:1 1 8em;min-inline-size:0;min-block-size:44px;max-block-size:8em;padding:.6em;resize:none;border:1px solid var(--line);
border-radius:.7em;background:var(--bg);color:var(--fg);field-sizing:content;overflow-wrap:anywhere}
.send{background:var(--accent);color:var(--on);font-weight:700}
.send:hover{background:var(--accent);text-decoration:underline}
.units{display:flex;gap:.2em;min-block-size:44px;border:0;padding:0;min-inline-size:0}
.units [aria-pressed=true]{background:var(--fg);color:var(--bg)}
.units span{align-self:center}
.sr{position:absolute!important;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:30em),(max-height:32em){.panel{inline-size:100vw;block-size:100vh;block-size:100dvh;border:0;border-radius:0}}
@media (max-height:24em){h2{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.panel>*{padding-inline:.5em}.status:empty{display:none}.below{display:none}header,form{padding-block:.1em}
.banner:not(:empty){display:flex;flex-wrap:wrap;column-gap:.5em;position:sticky;inset-block-start:0;z-index:1;
max-block-size:calc(100vh - 9em);padding-block:.1em;line-height:1.25}
.banner>span{order:1;font-size:.9em}.banner br,.banner .tel span{display:none}.banner strong{font-size:1em}
.log{min-block-size:5em;padding-block:.2em}}
@media (prefers-reduced-motion:reduce){.dots::after{animation:none}}
@media (forced-colors:active){.banner,.msg p,header,.send,.launcher{border:2px solid}
.units [aria-pressed=true]{outline:3px solid Highlight}}
@media print{:host{position:static!important;color-scheme:light!important}
.launcher,header,.menu,form,.status,.quick,.tools{display:none!important}
.panel,.page .panel{display:block!important;inline-size:auto;block-size:auto;border:0;overflow:visible}
.log,.banner{overflow:visible;max-block-size:none;block-size:auto}
.msg,.fail,.note{max-inline-size:100%;break-inside:avoid}.msg p,.note,.panel .banner,.me p{background:#fff;color:#000;border:1px solid #000}}
`;

  const el = (tag, properties = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value === true) node.setAttribute(name, "");
      else if (value !== false && value != null) node.setAttribute(name, value);
    }
    node.append(...children.filter((child) => child != null && child !== ""));
    return node;
  };

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

  const newId = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

  // Black or white, whichever is easier to read on a color of the form #rrggbb.
  const readableOn = (color) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000" : "#fff";
  };

  const script = document.currentScript;
  const BASE = new URL(".", script ? script.src : document.baseURI).href;

  class Refusal extends Error {
    constructor(status, error) {
      super(error.code);
      this.status = status;
      this.text = error.text;
      this.call = error.call;
    }
  }

  class ImmunoChat extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const option = (name) => this.dataset[name] ?? script?.dataset[name] ?? "";
      this.s = STRINGS[option("language")] || STRINGS.en;
      this.page = option("mode") === "page";
      this.clinic = option("clinic");
      this.calls = [
        { label: this.s.emergencyLabel, number: option("emergency") },
        { label: this.s.teamLabel, number: option("careTeam") },
      ].filter((call) => call.number);
      this.fromServer = false;
      this.pending = new Map();
      this.asked = [];
      this.kept = this.read();
      if (option("position")) this.dataset.position = option("position");
      this.build(option("color"));
      this.theme(option("theme"));
      this.listen();
      this.setNumbers();
      if (this.kept.triage) this.setTriage(this.kept.triage);
      this.welcome();
      this.toggle(this.page || Boolean(this.kept.open), false);
      if (this.kept.token) this.restore();
      else this.retryKept();
    }

    // ---- the page's own memory: this tab, until it is closed

    read() {
      try {
        return JSON.parse(sessionStorage.getItem(`immuno-chat ${BASE}`)) || {};
      } catch {
        return {};
      }
    }

    keep(changes) {
      Object.assign(this.kept, changes);
      try {
        sessionStorage.setItem(`immuno-chat ${BASE}`, JSON.stringify(this.kept));
      } catch {
        // Storage may be blocked: the chat then lives as long as the page.
      }
    }

    keepUnsent() {
      this.keep({ unsent: [...this.pending.values()].map(({ body, shown }) => ({ body, shown })) });
    }

    // ---- what is on the screen

    build(color) {
      const s = this.s;
      const root = this.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
      root.adoptedStyleSheets = [sheet];
      if (/^#[0-9a-f]{6}$/i.test(color)) {
        const own = new CSSStyleSheet();
        own.replaceSync(`:host{--accent:${color}!important;--on:${readableOn(color)}!important}`);
        root.adoptedStyleSheets.push(own);
      }
      const button = (label, onclick, properties = {}) =>
        el("button", { type: "button", onclick, ...properties }, label);
      this.launcher = button(s.launcher, () => this.toggle(true), { class: "launcher", "aria-expanded": "false" });
      this.menu = el("div", { class: "menu", id: "menu", hidden: true },
        button(s.restart, () => { this.toggleMenu(false); this.say(s.restart); }),
        button(s.save, () => this.save()),
        button(s.print, () => this.print()),
        button(s.erase, () => this.askErase()));
      this.menuButton = button(s.menu, () => this.toggleMenu(this.menu.hidden), {
        "aria-expanded": "false", "aria-controls": "menu" });
      this.banner = el("div", { class: "banner", role: "alert" });
      this.numbers = el("div", { class: "numbers", role: "group", "aria-label": s.numbers });
      this.log = el("div", { class: "log", role: "log", "aria-label": s.log, tabindex: "0" });
      this.below = button("", () => this.showQuestionBelow(), { class: "below", hidden: true });
      this.status = el("p", { class: "status", role: "status" });
      this.input = el("textarea", { rows: "1", id: "input", "aria-label": s.input, placeholder: s.input,
        autocomplete: "off", enterkeyhint: "send", dir: "auto" });
      this.units = el("div", { class: "units", role: "group", "aria-label": s.units, hidden: true });
      this.form = el("form", {}, this.input, this.units, el("button", { class: "send" }, s.send));
      this.panel = el("div", { class: "panel", id: "panel" },
        el("header", {},
          el("h2", {}, this.clinic ? `${s.title} · ${this.clinic}` : s.title),
          this.menuButton,
          this.page ? null : button("✕", () => this.toggle(false), { "aria-label": s.close })),
        this.menu, this.banner, this.numbers, this.log, this.below, this.status, this.form);
      this.frame = el("section", { "aria-label": s.title, lang: this.dataset.language || "en",
        dir: this.dataset.direction || document.documentElement.dir || s.dir, class: this.page ? "page" : "" },
        this.panel, this.launcher);
      root.append(this.frame);
    }

    theme(chosen) {
      const dark = matchMedia("(prefers-color-scheme: dark)");
      const apply = () => { this.dataset.theme = chosen || (dark.matches ? "dark" : "light"); };
      dark.addEventListener("change", apply);
      apply();
    }

    listen() {
      this.form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
      this.input.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
          event.preventDefault();
          this.submit();
        }
      });
      this.input.addEventListener("input", () => {
        const count = this.input.value.length;
        this.setStatus(count > LONGEST ? fill(this.s.tooLong, { count, most: LONGEST }) : "");
      });
      this.frame.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        if (!this.menu.hidden) this.toggleMenu(false);
        else if (!this.page) this.toggle(false);
      });
      this.log.addEventListener("scroll", () => {
        const { scrollHeight, scrollTop, clientHeight } = this.log;
        // A shrinking log fires no wish of the reader: only one of the same height counts.
        if (clientHeight === this.logHeight) this.atEnd = scrollHeight - scrollTop - clientHeight < 60 || this.newestShown();
        this.pointBelow();
      });
      this.atEnd = true;
      new ResizeObserver(() => {
        this.logHeight = this.log.clientHeight;
        if (this.atEnd) this.toEnd();
      }).observe(this.log);
      addEventListener("offline", () => this.setStatus(this.s.offline));
      addEventListener("online", () => {
        this.setStatus(this.s.online);
        for (const item of this.pending.values()) if (item.failed) this.deliver(item);
      });
    }

    toggle(open, move = true) {
      this.panel.hidden = !open;
      this.launcher.hidden = open;
      this.launcher.setAttribute("aria-expanded", String(open));
      this.keep({ open });
      if (open) this.toEnd();
      if (move) (open ? this.input : this.launcher).focus();
    }

    toggleMenu(open) {
      this.menu.hidden = !open;
      this.menuButton.setAttribute("aria-expanded", String(open));
      this.menuButton.focus();
      this.toEnd();
    }

    setStatus(text, typing = false) {
      this.status.textContent = text;
      this.status.classList.toggle("dots", typing);
    }

    // Show the end; where the newest reply is taller than the log, show how it begins.
    toEnd() {
      const top = this.newest?.isConnected ? this.newest.offsetTop : Infinity;
      this.log.scrollTop = Math.min(this.log.scrollHeight - this.log.clientHeight, top);
      // In a very low window the panel itself scrolls, too.
      this.panel.scrollTop = this.panel.scrollHeight;
      this.atEnd = true;
      this.pointBelow();
    }

    // A long reply may push its own question out of sight: then the question stands above the input.
    pointBelow() {
      const text = this.question?.isConnected ? this.question.querySelector("p") : null;
      const end = text ? text.offsetTop + text.offsetHeight : 0;
      const hidden = !text || end <= this.log.scrollTop + this.log.clientHeight;
      if (hidden && this.shadowRoot.activeElement === this.below) this.input.focus();
      this.below.hidden = hidden;
      this.below.textContent = text?.textContent ?? "";
      this.below.setAttribute("aria-label", `${this.s.below} ${this.below.textContent}`);
    }

    showQuestionBelow() {
      this.newest = this.question;
      this.toEnd();
      this.input.focus();
    }

    newestShown() {
      return this.newest?.isConnected && Math.abs(this.newest.offsetTop - this.log.scrollTop) < 60;
    }

    add(node) {
      this.log.append(node);
      this.toEnd();
      return node;
    }

    callList(calls) {
      return el("ul", { class: "calls" }, ...calls.map(({ label, number }) => {
        const dialled = number.replace(/[^\d+*#]/g, "");
        const text = [el("span", {}, `${label}: `), el("bdi", {}, number)];
        return el("li", {}, dialled
          ? el("a", { class: "tel", href: `tel:${dialled}`, "aria-label": `${label}: ${number}` }, ...text)
          : el("b", { class: "tel" }, ...text));
      }));
    }

    setNumbers() {
      this.numbers.replaceChildren(this.callList(this.calls));
      this.numbers.hidden = !this.calls.length;
      if (this.notice) this.notice.textContent = this.noticeText();
    }

    noticeText() {
      return fill(this.s.notice, { emergency: this.calls[0]?.number ?? "" });
    }

    // The server knows the right numbers; what the page's attributes say serves until then.
    learnNumbers(calls) {
      if (!calls?.length) return;
      const plain = (list) => list.map((call) => call.number).join();
      const wrong = !this.fromServer && this.calls.length && plain(this.calls) !== plain(calls);
      this.fromServer = true;
      this.calls = calls;
      this.setNumbers();
      if (wrong) {
        console.warn("immuno-chat: the numbers in the page's data- attributes differ from the server's.");
        this.add(el("p", { class: "note" }, this.s.corrected));
      }
    }

    setTriage(triage) {
      const { level, because = [], call = [] } = triage;
      const alarm = ALARMS.includes(level);
      this.keep({ triage });
      const same = JSON.stringify(triage) === this.shownTriage;
      this.shownTriage = JSON.stringify(triage);
      this.panel.classList.toggle("alarm", alarm);
      this.launcher.classList.toggle("alarm", alarm);
      this.launcher.textContent = alarm
        ? `${this.s.levels[level]}: ${call[0]?.number ?? ""}` : this.s.launcher;
      if (same) return; // an alert that is written again would be read out again
      this.banner.className = `banner ${level}`;
      this.banner.replaceChildren(
        el("strong", {}, this.s.levels[level] ?? level), " ", el("br"),
        because.length ? el("span", {}, `${this.s.because} ${because.join("; ")}`) : "",
        this.callList(call));
      this.banner.tabIndex = 0;
    }

    welcome() {
      const { s } = this;
      this.notice = el("p", { class: "note" }, this.noticeText());
      const quick = el("div", { class: "quick" }, ...s.starters.map((text) =>
        el("button", { type: "button", onclick: () => { this.say(text); this.log.focus(); } }, text)));
      this.log.replaceChildren(this.notice, el("div", { class: "msg" }, el("p", {}, s.greeting), quick));
    }

    dropButtons() {
      for (const old of this.log.querySelectorAll(".quick, .tools")) old.remove();
      this.setQuestion(null);
    }

    show(message) {
      const mine = message.from === "patient";
      const at = new Date(message.at ?? Date.now());
      const time = el("time", { datetime: at.toISOString() },
        at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
      const node = el("div", { class: mine ? "msg me" : "msg" },
        el("span", { class: "sr" }, mine ? this.s.you : this.s.bot),
        el("p", { dir: "auto" }, message.text), time);
      if (message.noted?.length) this.showNoted(node, message.noted);
      if (message.question) this.showQuestion(node, message.question, time);
      if (message.buttons?.length) {
        node.append(el("div", { class: "quick" }, ...message.buttons.map(({ id, title }) =>
          el("button", { type: "button", onclick: () => { this.post({ button: id }, title); this.log.focus(); } },
            title))));
      }
      this.add(node);
      if (message.triage) this.setTriage(message.triage);
      return node;
    }

    showNoted(node, noted) {
      const words = noted.join("; ");
      const said = node.querySelector("p");
      if (!said.textContent.includes(words)) said.after(el("p", { class: "noted" }, `${this.s.noted} ${words}`));
      node.append(
        el("div", { class: "tools" }, el("button", { type: "button", onclick: () => {
          this.input.placeholder = this.s.correctHint;
          this.input.focus();
        } }, this.s.correct)));
    }

    showQuestion(node, question, time) {
      const before = this.asked.indexOf(question.id);
      if (before >= 0) this.asked.length = before;
      if (question.number === 1) this.asked = [];
      const previous = this.asked.at(-1);
      this.asked.push(question.id);
      time.before(el("span", { class: "small progress" }, fill(this.s.progress, question)));
      if (previous) {
        node.append(el("div", { class: "tools" }, el("button", { type: "button", onclick: () => {
          this.post({ undo: previous }, this.s.back);
          this.log.focus();
        } }, this.s.back)));
      }
      this.question = node;
      this.setQuestion(question);
    }

    setQuestion(question) {
      if (!question) this.question = null;
      const numeric = question && ["number", "temperature"].includes(question.kind);
      const units = numeric ? question.units ?? [] : [];
      this.input.inputMode = numeric ? "decimal" : "text";
      this.input.placeholder = numeric ? this.s.number : this.s.input;
      this.unit = units.length > 1 ? this.kept.unit ?? units[0] : "";
      this.units.hidden = !units.length;
      this.units.replaceChildren(...(units.length === 1 ? [el("span", {}, units[0])] : units.map((unit) =>
        el("button", { type: "button", "aria-pressed": String(unit === this.unit), onclick: (event) => {
          this.unit = unit;
          this.keep({ unit });
          for (const other of this.units.children) other.setAttribute("aria-pressed", String(other === event.target));
        } }, unit))));
    }

    // ---- what goes to the bot and comes back

    submit() {
      let text = this.input.value.trim();
      if (!text) return;
      if (this.unit && /^[\d.,\s]+$/.test(text)) text = `${text} ${this.unit}`;
      this.input.value = "";
      this.say(text);
    }

    say(text) {
      this.post({ text }, text);
    }

    post(content, shown) {
      this.dropButtons();
      const body = { ...content, id: newId() };
      const item = { body, shown, node: this.show({ from: "patient", text: shown }) };
      this.newest = null;
      this.toEnd();
      this.pending.set(body.id, item);
      this.keepUnsent();
      this.deliver(item);
    }

    async deliver(item) {
      item.failed?.remove();
      item.failed = null;
      this.setStatus(this.s.typing, true);
      try {
        const reply = await this.ask("POST", "messages", item.body);
        if (!reply.messages?.length || !reply.messages.every((message) => message.text)) throw new Error("empty");
        this.done(item);
        this.dropButtons();
        reply.messages.forEach((message, place) => {
          const node = this.show(message);
          if (!place) this.newest = node;
        });
        this.toEnd();
        this.learnNumbers(reply.call);
      } catch (error) {
        await this.undelivered(item, error);
      } finally {
        if (![...this.pending.values()].some((other) => !other.failed)) {
          this.setStatus(navigator.onLine ? "" : this.s.offline);
        }
      }
    }

    done(item) {
      this.pending.delete(item.body.id);
      this.keepUnsent();
    }

    async undelivered(item, error) {
      if (error.status === 401 && !item.renewed) {
        // The session is over: the same message goes into a new one.
        item.renewed = true;
        this.keep({ token: null });
        this.add(el("p", { class: "note" }, this.s.ended));
        return this.deliver(item);
      }
      // Sending the same again cannot help where the message itself was refused.
      const final = [400, 409, 413, 422].includes(error.status);
      if (error.status === 413) this.input.value = item.body.text ?? "";
      if (final) this.done(item);
      if (error.status === 409) await this.restore();
      item.failed = this.fail(error.text || "", error.call, final ? null : () => this.deliver(item));
    }

    fail(text, calls, again, lead = this.s.failed) {
      const node = el("div", { class: "fail", role: "alert" });
      this.add(node);
      // Filled after it is there: an alert that arrives full is not always read out.
      node.append(el("p", {}, text || lead), this.callList(calls?.length ? calls : this.calls),
        again ? el("div", { class: "quick" }, el("button", { type: "button", onclick: () => {
          again();
          this.log.focus();
        } }, this.s.again)) : "");
      if (text && again) node.prepend(el("p", {}, lead));
      this.newest = node;
      this.toEnd();
      return node;
    }

    async ask(method, path, body) {
      if (!this.kept.token) await (this.starting ??= this.start());
      return this.fetch(method, path, body, this.kept.token);
    }

    async start() {
      try {
        this.keep({ token: (await this.fetch("POST", "session")).session });
      } finally {
        this.starting = null;
      }
    }

    async fetch(method, path, body, token) {
      const headers = {};
      if (body) headers["Content-Type"] = "application/json";
      if (token) headers.Authorization = `Bearer ${token}`;
      const response = await fetch(BASE + path, {
        method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(TIMEOUT),
        credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
      if (response.status === 204) return null;
      const content = await response.json();
      if (!response.ok) throw new Refusal(response.status, content.error ?? {});
      return content;
    }

    // ---- after a reload

    async restore() {
      let history;
      try {
        history = await this.ask("GET", "messages");
      } catch (error) {
        if (error.status === 401) {
          this.keep({ token: null });
          return this.retryKept();
        }
        const node = this.fail("", error.call, () => { node.remove(); this.restore(); }, this.s.notRestored);
        return;
      }
      this.log.setAttribute("aria-live", "off"); // what was said before is not news
      this.asked = [];
      this.welcome();
      const { messages } = history;
      for (const message of messages) {
        if (message.from === "patient") this.dropButtons();
        this.show(message);
      }
      this.learnNumbers(history.call);
      setTimeout(() => this.log.removeAttribute("aria-live"), 500);
      const arrived = new Set(messages.map((message) => message.sent_id));
      this.kept.unsent = (this.kept.unsent ?? []).filter(({ body }) => !arrived.has(body.id));
      this.retryKept();
    }

    // What was written before a reload and never answered is sent again, under its old id.
    retryKept() {
      for (const { body, shown } of this.kept.unsent ?? []) {
        if (this.pending.has(body.id)) {
          this.add(this.pending.get(body.id).node);
          continue;
        }
        const item = { body, shown, node: this.show({ from: "patient", text: shown }) };
        this.pending.set(body.id, item);
        this.deliver(item);
      }
    }

    // ---- the menu

    transcript() {
      const lines = [...this.log.querySelectorAll(".msg, .note, .fail")].map((node) => {
        const part = (selector) => [...node.querySelectorAll(selector)].map((n) => n.textContent).join(" ");
        const time = part("time");
        return `${time ? `[${time}] ` : ""}${part(".sr")} ${part("p") || node.textContent}`.trim();
      });
      const banner = this.banner.innerText.trim();
      return [this.s.title, banner, ...lines].filter(Boolean).join("\n\n");
    }

    save() {
      const url = URL.createObjectURL(new Blob([this.transcript()], { type: "text/plain" }));
      el("a", { href: url, download: "conversation.txt" }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
      this.toggleMenu(false);
    }

    print() {
      this.toggleMenu(false);
      const alone = new CSSStyleSheet();
      alone.replaceSync("@media print{body>:not(immuno-chat){display:none!important}}");
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, alone];
      addEventListener("afterprint", () => {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== alone);
      }, { once: true });
      print();
    }

    askErase() {
      this.toggleMenu(false);
      const close = () => { node.remove(); this.input.focus(); };
      const yes = el("button", { type: "button", onclick: () => { close(); this.erase(); } }, this.s.eraseYes);
      const node = this.add(el("div", { class: "note" }, el("b", {}, this.s.eraseSure),
        el("div", { class: "quick" }, yes, el("button", { type: "button", onclick: close }, this.s.eraseNo))));
      yes.focus();
    }

    async erase() {
      try {
        if (this.kept.token) await this.fetch("DELETE", "session", null, this.kept.token);
      } catch (error) {
        if (error.status !== 401) {
          this.fail("", error.call, null, this.s.eraseFailed);
          return;
        }
      }
      this.kept = {};
      this.keep({ open: true });
      this.pending.clear();
      this.asked = [];
      this.shownTriage = "";
      this.banner.replaceChildren();
      this.panel.classList.remove("alarm");
      this.launcher.classList.remove("alarm");
      this.launcher.textContent = this.s.launcher;
      this.setQuestion(null);
      this.welcome();
      this.add(el("p", { class: "note" }, this.s.erased));
    }
  }

  customElements.define("immuno-chat", ImmunoChat);
  const place = () => {
    if (!document.querySelector("immuno-chat")) document.body.append(document.createElement("immuno-chat"));
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", place);
  else place();
})();
