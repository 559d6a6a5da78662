/*
 * For tests in a browser: draws any form where Tasklist shows one, finds its fields by their keys and tells what the form
 * holds. What is typed is typed by the test.
 */
window.formOnScreen = (async () => {
  const { formIn } = await import('/camunda/app/tasklist/scripts/form-in.js');
  const container = () => [...document.querySelectorAll('.fjs-container')].pop();
  const get = name => formIn(container()).get(name);
  const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 60)));
  /** After a press of the mouse errors wait for a moment, and fields that an answer shows are known after they are drawn. */
  const settled = () => drawn().then(drawn);
  const fields = () =>
    get('formFieldRegistry')
      .getAll()
      .filter(({ key }) => key);
  const named = key => fields().find(field => field.key === key);
  const byKey = of =>
    Object.fromEntries(
      fields()
        .map(field => [field.key, of(field)])
        .filter(([, one]) => one !== undefined)
    );

  /** Where a field is typed or chosen: an option's element has a number behind the field's id, a list's a word. */
  function inputs(key) {
    const own = new RegExp(`-${named(key).id}(-\\d+|-search|-display|-date|-time)?$`);
    return [...container().querySelectorAll('input, textarea, [tabindex="0"]')].filter(({ id }) => own.test(id));
  }

  const isBefore = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;

  /** The conditions that hide a field, its own and those of the groups it stands in. */
  function conditionsOf(field) {
    const parent = get('formFieldRegistry').get(field._parent);
    return [field.conditional?.hide, ...(parent ? conditionsOf(parent) : [])].filter(Boolean);
  }

  const literals = text => [...new Set([...text.matchAll(/"([^"]*)"/g)].map(([, literal]) => literal))];

  /** What can be answered to a field. */
  function choices({ type, values, valuesKey }, texts) {
    const options = valuesKey ? texts : (values ?? []).map(({ value }) => value);
    return (
      {
        checkbox: [true, false],
        checklist: [[], ...options.map(one => [one])],
        taglist: [[], ...options.map(one => [one])]
      }[type] ?? options
    );
  }

  /** Every way to answer the fields that conditions name. */
  function answers(conditions) {
    const names = new Set(conditions.replace(/"[^"]*"/g, '').match(/[a-z]\w*/gi));
    return [...names]
      .filter(name => named(name) && !named(name).disabled)
      .reduce(
        (all, name) =>
          all.flatMap(one => choices(named(name), literals(conditions)).map(value => ({ ...one, [name]: value }))),
        [{}]
      );
  }

  /** Values and labels, as they stand on the screen. */
  function offered({ values, valuesKey, valuesExpression }) {
    const { data, initialData } = formIn(container())._getState();
    const options =
      values ??
      (valuesKey
        ? initialData[valuesKey]
        : valuesExpression && get('expressionLanguage').evaluate(valuesExpression, data));
    return (options ?? []).map(one => (typeof one === 'object' ? one : { value: one, label: one }));
  }

  return {
    /** Draws a form; the options that a process would offer are those that the form's conditions ask for. */
    async load(schema, data) {
      const offered = {};
      const everything = components => components.flatMap(one => [one, ...everything(one.components ?? [])]);
      const conditions = everything(schema.components)
        .map(one => one.conditional?.hide ?? '')
        .join(' ');
      for (const { valuesKey } of everything(schema.components)) {
        offered[valuesKey ?? ''] = literals(conditions).map(value => ({ value, label: value }));
      }
      await formIn(container()).importSchema(schema, { ...offered, ...data });
      await drawn();
    },
    values: () => formIn(container())._getState().data,
    errors: () => byKey(({ id }) => formIn(container())._getState().errors[id]?.join()),
    texts: () => byKey(({ key }) => inputs(key)[0]?.value),
    shown: () =>
      get('formFieldInstanceRegistry')
        .getAll()
        .map(({ id }) => get('formFieldRegistry').get(id).key),
    /** What a field on the screen asks, by key, from above; of lists also what can be chosen. */
    asked: async () => {
      await settled();
      return Object.fromEntries(
        get('formFieldInstanceRegistry')
          .getAll()
          .map(({ id }) => get('formFieldRegistry').get(id))
          .filter(({ key, disabled }) => key && !disabled && inputs(key)[0]?.checkVisibility())
          .sort((one, other) => (isBefore(inputs(one.key)[0], inputs(other.key)[0]) ? -1 : 1))
          .map(field => [field.key, { type: field.type, options: offered(field) }])
      );
    },
    field: key => inputs(key)[0],
    option: (key, n) => inputs(key)[n],
    settled,
    isIn: key => inputs(key).includes(document.activeElement),
    /** The required fields that an answer shows and another hides, by the two answers. */
    hideable() {
      const found = new Map();
      for (const field of fields().filter(field => field.validate?.required && !field.disabled)) {
        const conditions = conditionsOf(field);
        const hides = one => conditions.some(condition => get('conditionChecker').check(condition, one) === true);
        const all = answers(conditions.join(' '));
        const [shown, hidden] = [all.find(one => !hides(one)), all.find(hides)];
        if (shown && hidden) {
          const way = JSON.stringify([shown, hidden]);
          found.set(way, { shown, hidden, keys: [...(found.get(way)?.keys ?? []), field.key] });
        }
      }
      return [...found.values()];
    },
    /** Answers as a choice on the screen does. */
    async answer(given) {
      for (const [key, value] of Object.entries(given)) {
        const field = named(key);
        const fieldInstance = get('formFieldInstanceRegistry')
          .getAll()
          .find(({ id }) => id === field.id);
        if (fieldInstance) {
          formIn(container())._update({ field, fieldInstance, value });
          await drawn();
        }
      }
    },
    /** What keeps the form from being sent, and whether the button says so. */
    blocked: () =>
      [...document.querySelectorAll('.modal-footer .btn-primary')].some(one => one.disabled && one.offsetParent),
    why: () => document.querySelector('.modal-footer .samsteg-why')?.innerText ?? ''
  };
})();
