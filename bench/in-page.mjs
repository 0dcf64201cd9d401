// Put into every page before its own scripts; a classic script, so nothing can be imported or exported here.
globalThis.bench = (() => {
  /** Between two actions of somebody who is quick. */
  const PERSON_MS = 250;
  const CUSTOMER = '00000000-0000-4000-8000-00000000c000';
  const products = Array.from(
    { length: 10 },
    (_, n) => `00000000-0000-4000-8000-0000000000${(16 + n).toString(16)}`,
  );
  const door = () => globalThis.counterfoil;
  const committed = (receipt) => {
    if (receipt.status !== 'committed') throw new Error(JSON.stringify(receipt));
    return receipt;
  };
  const asked = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const now = () => performance.now();
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /** A draft of three lines: the command that takes an order. */
  const draft = (orderId = crypto.randomUUID()) => ({
    orderId,
    customerId: CUSTOMER,
    lines: [0, 1, 2].map(() => ({
      lineId: crypto.randomUUID(),
      productId: products[Math.floor(Math.random() * products.length)],
      quantity: 1000,
    })),
  });

  const send = async (type, payload, durability) =>
    committed(await door().dispatch(type, payload, { durability }));

  const timed = async (work) => {
    const begin = now();
    await work();
    return now() - begin;
  };

  /** Waits until read models and processes have nothing left to do. */
  const settled = async (within = 600_000) => {
    for (const end = now() + within; now() < end; await pause(30)) {
      const { views, processes, head } = await door().health();
      const done = (each) => each.position >= head.position && each.lagEvents === 0;
      if (views.length > 0 && views.every(done) && processes.every((one) => done(one) && !one.outbox)) return;
    }
    throw new Error('The read models did not catch up.');
  };

  /** Resolves in the first task after the frame that shows something of this selector. */
  const painted = (selector) =>
    new Promise((resolve) => {
      const look = () => {
        if (!document.querySelector(selector)) return false;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(now())));
        return true;
      };
      const observer = new MutationObserver(look);
      if (!look()) observer.observe(document, { childList: true, subtree: true, attributes: true });
    });

  /** The longest task of the page from now until it is asked for: milliseconds, 0 when none took 50. */
  const longestTask = () => {
    const since = now();
    let longest = 0;
    const tasks = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        if (startTime >= since) longest = Math.max(longest, duration);
    });
    tasks.observe({ entryTypes: ['longtask'] });
    return async () => {
      // A task is told a little after its end.
      await pause(100);
      tasks.disconnect();
      return longest;
    };
  };

  const FIELD = '[role=dialog] [role=combobox]';
  /** What is found in the book; what can be done is offered before a letter is typed. */
  const FOUND = '[aria-labelledby$="-found"]';
  /** Types into the search; resolves when there is an answer: something found, or nothing where nothing is asked. */
  const typed = async (text) => {
    const field = document.querySelector(FIELD);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await painted(
      text === '' ? `[role=listbox]:not(:has(${FOUND}))` : `[role=listbox] ${FOUND} [role=option]`,
    );
  };

  return {
    settled,
    painted,
    openBook: async () => {
      await send('OpenBook', {
        name: 'Bench',
        currency: 'EUR',
        taxMode: 'inclusive',
        rounding: 'perLine',
        defaultTaxRate: 0,
        numberPrefix: 'A-',
      });
    },
    /** A customer and ten products in good supply, for orders that are taken here. */
    stock: async () => {
      await send('CreateCustomer', { customerId: CUSTOMER, name: 'Ada Lovelace' });
      for (const [n, productId] of products.entries()) {
        const described = { name: `Product ${n}`, unit: 'pcs', unitPrice: 96_500, taxRate: 19_000 };
        await send('CreateProduct', { productId, ...described });
        await send('ReceiveStock', { productId, quantity: 1_000_000_000 });
      }
      await settled();
    },
    /** Takes orders one after the other, and then submits each: milliseconds from the call to the receipt. */
    oneByOne: async ({ count, durability }) => {
      const drafts = Array.from({ length: count }, () => draft());
      const taken = [];
      const submitted = [];
      for (const payload of drafts) taken.push(await timed(() => send('CreateDraft', payload, durability)));
      await settled();
      for (const { orderId } of drafts)
        submitted.push(await timed(() => send('SubmitOrder', { orderId }, durability)));
      await settled();
      return { taken, submitted };
    },
    /** The record of the log that holds one order, as it was taken. */
    recordOfOrder: async () => {
      await send('CreateDraft', draft(), 'relaxed');
      const { name } = (await indexedDB.databases()).find((one) => one.name.endsWith('-log'));
      const idb = await asked(indexedDB.open(name));
      const last = await asked(idb.transaction('log').objectStore('log').openCursor(null, 'prev'));
      idb.close();
      return last.value;
    },
    /** Takes orders all at once: milliseconds until the last receipt. */
    allAtOnce: async ({ count, durability }) => {
      const drafts = Array.from({ length: count }, () => draft());
      const ms = await timed(() =>
        Promise.all(drafts.map((payload) => send('CreateDraft', payload, durability))),
      );
      await settled();
      return ms;
    },
    /** Milliseconds from a receipt to an answer of the order list that knows of it; orders come as a person takes them. */
    readOwnWrites: async ({ count }) => {
      const lags = [];
      for (let n = 0; n < count; n += 1) {
        const { position: atLeast } = await send('CreateDraft', draft());
        lags.push(
          await timed(async () => {
            const { stale } = await door().query('OrderList', {}, { atLeast, timeoutMs: 10_000 });
            if (stale) throw new Error('The answer was stale after 10 s.');
          }),
        );
        await pause(PERSON_MS * (0.5 + Math.random()));
      }
      return lags;
    },
    /** Takes an order and says when, for a tab that waits for it. The clock is the one of all tabs. */
    takeOrder: async (orderId) => {
      const begin = performance.timeOrigin + now();
      await send('CreateDraft', draft(orderId));
      return { begin, receipt: performance.timeOrigin + now() };
    },
    /** When an element of this selector came into the page. */
    seen: (selector) =>
      new Promise((resolve) => {
        const look = () => {
          if (!document.querySelector(selector)) return;
          observer.disconnect();
          resolve(performance.timeOrigin + now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { childList: true, subtree: true, attributes: true });
        look();
      }),
    /**
     * Imports files and waits until the order list counts all their orders, and until all read models know them; with the
     * longest task of the page meanwhile. `watched`: in the import's own room, else wherever the page is.
     */
    importUntilVisible: async ({ files, orders, watched = false }) => {
      const all = async () => (await door().query('OrderCounts')).answer.all;
      const before = await all();
      const given = files.map(({ name, text }) => ({ fileId: name, name, content: new Blob([text]) }));
      const named = given.map(({ fileId, name }) => ({ fileId, name }));
      await pause(100);
      const begin = now();
      const longest = longestTask();
      const receipt = await door().startJob('ImportBook', { files: named, mode: 'import' }, { files: given });
      if (receipt.status !== 'accepted') throw new Error(JSON.stringify(receipt));
      if (watched) location.hash = `#/import/${receipt.jobId}`;
      while ((await all()) < before + orders) {
        const job = (await door().jobs()).find(({ id }) => id === receipt.jobId);
        if (job.status === 'failed' || job.report.problems?.total > 0) throw new Error(JSON.stringify(job));
        await pause(50);
      }
      const visible = now() - begin;
      await settled();
      return { visible, everywhere: now() - begin, longest: await longest() };
    },
    /** Asks for the first page of the order list; milliseconds of each asking. */
    askPage: async ({ rounds, limit }) => {
      const times = [];
      for (let n = 0; n < rounds; n += 1)
        times.push(
          await timed(async () => {
            const { answer } = await door().query('OrderList', { limit });
            if (answer.rows.length !== limit) throw new Error(`${answer.rows.length} rows of ${limit}`);
          }),
        );
      return times;
    },
    /** Goes to another room of the app; milliseconds until something of the selector is painted there. */
    go: (room, selector) =>
      timed(() => {
        location.hash = room;
        return painted(selector);
      }),
    /**
     * Opens the search and looks for the oldest order, which is read last. Milliseconds until it is found, and the
     * longest task of the page meanwhile (0 when none took 50 ms).
     */
    openSearch: async ({ oldest }) => {
      const longest = longestTask();
      const complete = await timed(async () => {
        dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }));
        await painted(FIELD);
        await typed(oldest);
      });
      return { complete, longest: await longest() };
    },
    /** Puts each text into the open search; milliseconds to its painted answer. */
    searchFor: async (texts) => {
      const times = [];
      for (const text of texts) {
        await typed('');
        times.push(await timed(() => typed(text)));
      }
      return times;
    },
    memory: async () => (await performance.measureUserAgentSpecificMemory()).breakdown,
  };
})();
