/*
 * What is typed in a form is kept on the server until it is sent, and comes back with the form. Nothing of it is kept in
 * the browser. A form is read together with its draft, which travels in the form's description, so that neither can
 * be taken for another's; what is kept is what differs from what the form held when it was opened. Written against Camunda
 * 7.24.0.
 */
import { eachRequest } from '../../shared/scripts/requests.js';
import { formIn } from './form-in.js';

const FORM = /^(.*\/api)\/engine\/engine\/[^/]+\/(task|process-definition)\/([^/?]+)\/deployed-(?:start-)?form\?/;
const DEED =
  /^(.*\/api)\/engine\/engine\/[^/]+\/(task|process-definition)\/([^/?]+)\/(submit-form|claim|unclaim|assignee)$/;
const PAUSE = 10_000; // milliseconds from the first letter to the save
const LARGEST_LAST = 60_000; // bytes: what browsers send of a page that is being left

/** Open forms by the address of their draft. */
const open = new Map();

/** What is being saved, by address: the form may be gone and opened anew before it is done. */
const saving = new Map();

/** What was typed in a form that went while it was being read anew, by address. */
const left = new Map();
const reading = new Set();

// Tasklist reads a form with fetch, and submits, claims and gives tasks with XMLHttpRequest: both are followed.
const fetched = window.fetch;

function address([, api, kind, id]) {
  return `${api}/samsteg/draft/${kind === 'task' ? 'task' : 'start'}/${id}`;
}

async function read(draft) {
  try {
    const answer = await fetched(draft, { headers: { Accept: 'application/json' } });
    return answer.ok ? await answer.json() : {};
  } catch {
    return {};
  }
}

window.fetch = async (request, options) => {
  const form = FORM.exec(typeof request === 'string' ? request : '');
  if (!form) {
    return fetched(request, options);
  }
  const draft = address(form);
  await (open.get(draft)?.save() ?? saving.get(draft));
  left.delete(draft);
  reading.add(draft);
  const [answer, kept] = await Promise.all([fetched(request, options), read(draft)]);
  if (!answer.ok) {
    reading.delete(draft);
    return answer;
  }
  const schema = await answer.json();
  return new Response(JSON.stringify({ ...schema, samstegDraft: { address: draft, kept } }), {
    headers: { 'Content-Type': 'application/json' }
  });
};

function token() {
  return /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
}

function button(text, pressed) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn btn-link';
  made.textContent = text;
  made.addEventListener('click', pressed);
  return made;
}

function same(one, other) {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

class Draft {
  #form;
  #container;
  #address;
  #initial;
  #keys;
  #kept = '{}';
  #restored = {};
  #attempts = 5;
  #touched = false;
  #sent = false;
  #time;
  #timer;
  #panel = document.createElement('div');
  #says = document.createElement('span');
  #discards = button('Kasta utkast', () => this.#ask('Kasta det du har skrivit?'));
  #confirms = button('Ja, kasta', () => this.#discard());
  #keeps = button('Nej, behåll', () => this.#answered());

  constructor(container, form) {
    const { schema, initialData } = form._getState();
    this.#form = form;
    this.#container = container;
    this.#address = schema.samstegDraft.address;
    this.#initial = initialData;
    this.#keys = form
      .get('formFieldRegistry')
      .getAll()
      .filter(field => !field.disabled && field.readonly !== true)
      .map(field => (field.type === 'dynamiclist' ? field.path : field.key))
      .filter(key => key);
    this.#draw();
    this.#show(schema.samstegDraft.kept);
    this.#takeOver(open.get(this.#address)?.unsent ?? left.get(this.#address));
    left.delete(this.#address);
    reading.delete(this.#address);
    form.on('changed', () => {
      this.#restore();
      this.#later();
    });
    // The page fills in some fields itself; that alone is nothing that was begun.
    ['input', 'click', 'keydown'].forEach(kind =>
      container.addEventListener(kind, event => (this.#touched ||= event.isTrusted), true)
    );
    open.set(this.#address, this);
  }

  get gone() {
    return !this.#container.isConnected;
  }

  /** What was typed, for the form that takes this one's place; undefined if nothing was, or it was sent. */
  get unsent() {
    return this.#touched && !this.#sent ? JSON.parse(this.#typed()) : undefined;
  }

  /** Letters typed while the form was on the way from the server. */
  #takeOver(typed) {
    if (typed && Object.keys(typed).length > 0) {
      const { data } = this.#form._getState();
      this.#form._setState({ data: { ...data, ...typed }, errors: {} });
      this.#touched = true;
      this.#later();
    }
  }

  #draw() {
    this.#panel.className = 'samsteg-draft';
    this.#say('', false);
    this.#says.setAttribute('role', 'status');
    this.#panel.append(this.#says, this.#discards, this.#confirms, this.#keeps);
    this.#container.after(this.#panel);
  }

  #say(text, discardable) {
    this.#panel.hidden = !text;
    this.#discards.hidden = !discardable;
    this.#confirms.hidden = this.#keeps.hidden = true;
    if (this.#says.textContent !== text) {
      this.#says.textContent = text; // a screen reader reads it out
    }
  }

  #savedAt(time) {
    this.#time = time;
    if (this.#keeps.hidden) {
      this.#say(`Utkast sparat ${time}`, true);
    }
  }

  /** Here and not in a window of the browser's, which Tasklist's page may not open. */
  #ask(question) {
    this.#say(question, false);
    this.#confirms.hidden = this.#keeps.hidden = false;
    this.#keeps.focus();
  }

  #answered() {
    this.#keeps.hidden = true;
    this.#savedAt(this.#time);
    this.#discards.focus();
  }

  /** When what is being saved is saved. */
  #saved() {
    return saving.get(this.#address) ?? Promise.resolve();
  }

  #show({ content, saved, discarded }) {
    if (content) {
      this.#kept = this.#text(content);
      this.#restored = content;
      this.#restore();
      this.#savedAt(saved);
    } else {
      this.#kept = '{}';
      this.#restored = {};
      this.#say(discarded ? 'Ett utkast av den tidigare ansvariga har kastats.' : '', false);
    }
  }

  /**
   * Restores again until the user types: a date field that is being drawn takes the value it showed before for what was
   * typed last. An answer that the form offers no more is given up after some attempts.
   */
  #restore() {
    const { data } = this.#form._getState();
    if (
      !this.#touched &&
      this.#attempts > 0 &&
      Object.entries(this.#restored).some(([key, value]) => !same(data[key], value))
    ) {
      this.#attempts--;
      this.#form._setState({ data: { ...data, ...structuredClone(this.#restored) }, errors: {} });
    }
  }

  #text(values) {
    return JSON.stringify(Object.fromEntries(this.#keys.filter(key => key in values).map(key => [key, values[key]])));
  }

  /** What was typed, as JSON in the order of the form. */
  #typed() {
    const { data } = this.#form._getState();
    const differing = this.#keys.filter(key => !same(data[key], this.#initial[key]));
    return JSON.stringify(Object.fromEntries(differing.map(key => [key, data[key] ?? null])));
  }

  #later() {
    if (this.#touched && !this.#sent && !this.#timer) {
      this.#timer = setTimeout(() => this.save(), PAUSE);
    }
  }

  /** Saves what is not saved yet, after what is being saved. */
  save() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const saved = this.#saved().then(() => this.#put(false));
    saving.set(this.#address, saved);
    return saved;
  }

  /** As {@link save}, of a page that goes at once and cannot wait. */
  leave() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#put(true);
  }

  async #put(leaving) {
    const typed = this.#typed();
    if (this.#sent || !this.#touched || typed === this.#kept) {
      return;
    }
    const before = this.#kept;
    this.#kept = typed;
    try {
      const answer = await this.#request(typed === '{}' ? 'DELETE' : 'PUT', typed, leaving);
      if (answer.ok) {
        const { saved } = await answer.json();
        saved ? this.#savedAt(saved) : this.#say('', false);
        return;
      }
      this.#kept = before;
      this.#refused(answer.status);
    } catch {
      this.#kept = before;
      this.#say('Utkastet kunde inte sparas. Det du har skrivit står kvar så länge sidan är öppen.', false);
      this.#later();
    }
  }

  #refused(status) {
    if (status === 401) {
      this.#say('Du är utloggad. Det du skrev sist är inte sparat.', false);
    } else if (status === 404) {
      this.#say('Uppgiften är inte din längre. Det du skriver sparas inte.', false);
    } else {
      this.#say('Utkastet kunde inte sparas. Det du har skrivit står kvar så länge sidan är öppen.', false);
      this.#later();
    }
  }

  #request(method, body, keepalive) {
    return fetched(this.#address, {
      method,
      body: method === 'PUT' ? body : undefined,
      keepalive: keepalive && new Blob([body]).size < LARGEST_LAST,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-XSRF-TOKEN': token() }
    });
  }

  async #discard() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#saved();
    const answer = await this.#request('DELETE', '{}', false).catch(() => ({ ok: false }));
    if (answer.ok) {
      this.#restored = {};
      this.#form._setState({ data: structuredClone(this.#initial), errors: {} });
      this.#kept = '{}';
      this.#touched = false;
      this.#form.get('eventBus').fire('draft.discarded');
      this.#say('Utkastet är kastat.', false);
      this.#container.querySelector('input:not([disabled]), textarea:not([disabled]), select:not([disabled])')?.focus();
    } else {
      this.#say('Utkastet kunde inte kastas. Försök igen.', true);
    }
  }

  /** While a form is being sent nothing is saved, or it would be kept after it was sent. */
  sending() {
    this.#sent = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#saved();
  }

  /** The server has refused what was sent: it goes on being a draft. */
  refused() {
    this.#sent = false;
    this.#later();
  }

  /** The task has another assignee, or the user has taken it. */
  async given() {
    this.#show(await read(this.#address));
  }
}

// ---- forms on the page

const attended = new WeakSet();

function attend(container) {
  const form = attended.has(container) ? undefined : formIn(container);
  if (form?._getState().schema?.samstegDraft) {
    attended.add(container);
    new Draft(container, form);
  }
}

new MutationObserver(() => {
  document.querySelectorAll('.fjs-container').forEach(attend);
  for (const [key, draft] of open) {
    if (draft.gone) {
      reading.has(key) && left.set(key, draft.unsent);
      draft.save();
      open.delete(key);
    }
  }
}).observe(document.documentElement, { subtree: true, childList: true });

// The last moment at which a page can do something; on a telephone it is often the only one.
addEventListener('pagehide', () => open.forEach(draft => draft.leave()));
addEventListener('visibilitychange', () => document.hidden && open.forEach(draft => draft.leave()));

// ---- what Tasklist does with a form

const { send } = XMLHttpRequest.prototype;
const deeds = new WeakMap();

eachRequest((request, method, called) => {
  const deed = method === 'POST' && DEED.exec(called);
  if (deed) {
    deeds.set(request, deed);
  }
});

XMLHttpRequest.prototype.send = function (body) {
  const deed = deeds.get(this);
  const draft = deed && open.get(address(deed));
  if (!draft) {
    send.call(this, body);
    return;
  }
  const sends = deed[4] === 'submit-form';
  this.addEventListener('loadend', () => {
    const done = this.status >= 200 && this.status < 300;
    if (sends && !done) {
      draft.refused();
    } else if (!sends && done) {
      draft.given();
    }
  });
  (sends ? draft.sending() : draft.save()).finally(() => send.call(this, body));
};
