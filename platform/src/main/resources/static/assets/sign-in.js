// Signs in and out and registers passkeys. Needs browsers that read and write WebAuthn's JSON themselves (2025 and later).
const byId = (id) => document.getElementById(id);
let csrfToken = '';

async function call(method, path, body) {
  const headers = { 'X-CSRF-Token': csrfToken };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await answer.text();
  const json = text === '' ? null : JSON.parse(text);
  if (!answer.ok) throw new Error(json?.detail ?? 'The platform did not answer as expected.');
  return json;
}

function say(text) {
  byId('message').textContent = text;
}

async function show(me) {
  csrfToken = me?.csrfToken ?? '';
  byId('in').hidden = me === null;
  byId('out').hidden = me !== null;
  if (me !== null) {
    byId('role').textContent = me.role;
    const items = (await call('GET', '/api/v1/me/passkeys')).map((passkey) => {
      const item = document.createElement('li');
      item.textContent = passkey.label;
      return item;
    });
    byId('passkeys').replaceChildren(...items);
  }
}

function on(id, event, work) {
  byId(id).addEventListener(event, async (happened) => {
    happened.preventDefault();
    say('');
    try {
      await work();
    } catch (error) {
      say(error.message);
    }
  });
}

on('with-code', 'submit', async () => {
  await show(await call('POST', '/api/v1/sign-in/code', { code: byId('code').value }));
  byId('code').value = '';
  say('Register a passkey now: the code is used up.');
});

on('with-passkey', 'click', async () => {
  const { ceremony, options } = await call('POST', '/api/v1/sign-in/passkey/options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = (await navigator.credentials.get({ publicKey })).toJSON();
  await show(await call('POST', '/api/v1/sign-in/passkey', { ceremony, credential }));
});

on('register', 'submit', async () => {
  const { ceremony, options } = await call('POST', '/api/v1/me/passkeys/options');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = (await navigator.credentials.create({ publicKey })).toJSON();
  await call('POST', '/api/v1/me/passkeys', { ceremony, label: byId('label').value, credential });
  await show(await call('GET', '/api/v1/me'));
  say('Registered. From now on sign in with it.');
});

on('sign-out', 'click', async () => {
  await call('POST', '/api/v1/sign-out');
  await show(null);
});

try {
  await show(await call('GET', '/api/v1/me'));
} catch {
  await show(null);
}
