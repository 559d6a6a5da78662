// An identity provider for the tests of the login: a real one (oidc-provider), with a page to choose an account on, and
// a back door below /test through which a test changes what it says.
//
//   node provider.mjs <port> <where Samsteg is>
//
// PUT /test/accounts/<id> {claims}   an account is there, and has these claims; acr is the level at which it logs in
// DELETE /test/accounts/<id>         it is closed
// PUT /test/behaviour {...}          away: no answers; changes: claims that the next ID tokens have instead;
//                                    signedWith: "another key" or "nothing"; withoutIdToken, withoutRefreshToken

import { calculateJwkThumbprint, decodeJwt, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import Provider, { interactionPolicy } from 'oidc-provider';

const [port, samsteg] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;
const accounts = new Map();
let behaviour = {};

const own = await generateKeyPair('RS256', { extractable: true });
const anothers = await generateKeyPair('RS256');
const jwk = await exportJWK(own.privateKey);
const kid = await calculateJwkThumbprint(jwk);

// Whose account is closed is asked to log in as somebody else.
const policy = interactionPolicy.base();
policy.get('login').checks.add(
  new interactionPolicy.Check('account_closed', 'the account is closed', ctx => {
    const { accountId } = ctx.oidc.session;
    return Boolean(accountId) && !accounts.has(accountId);
  })
);

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'samsteg',
      client_secret: 'a secret of the test',
      redirect_uris: [`${samsteg}/login/oauth2/code/samsteg`],
      post_logout_redirect_uris: [`${samsteg}/utloggad`],
      grant_types: ['authorization_code', 'refresh_token']
    }
  ],
  jwks: { keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] },
  cookies: { keys: ['of', 'the', 'test'] },
  pkce: { methods: ['S256'], required: () => true },
  acrValues: ['loa2', 'loa3'],
  scopes: ['openid', 'offline_access'],
  claims: {
    openid: ['sub', 'groups', 'tenant', 'authority'],
    profile: ['given_name', 'family_name', 'preferred_username'],
    email: ['email']
  },
  conformIdTokenClaims: false,
  rotateRefreshToken: true,
  issueRefreshToken: async () => !behaviour.withoutRefreshToken,
  ttl: { AccessToken: 300, IdToken: 300, RefreshToken: 3600, Grant: 3600, Session: 3600, Interaction: 600 },
  findAccount: async (_ctx, id) =>
    accounts.has(id)
      ? { accountId: id, claims: async () => ({ sub: id, ...accounts.get(id), acr: undefined }) }
      : undefined,
  interactions: { policy, url: (_ctx, interaction) => `/choose/${interaction.uid}` },
  // Whoever logs in to Samsteg is not asked whether it may know who they are: it is their employer's.
  loadExistingGrant: async ctx => {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId
    });
    grant.addOIDCScope('openid profile email offline_access');
    await grant.save();
    return grant;
  },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: async (ctx, form) => {
        ctx.body = `<!DOCTYPE html><title>Logga ut</title>${form}
          <button type="submit" form="op.logoutForm" name="logout" value="yes">Logga ut</button>`;
      }
    }
  }
});

const read = async request => {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
};

async function forged(token) {
  const claims = { ...decodeJwt(token), ...behaviour.changes };
  Object.keys(claims).forEach(name => claims[name] === null && delete claims[name]);
  if (behaviour.signedWith === 'nothing') {
    return new UnsecuredJWT(claims).encode();
  }
  const key = behaviour.signedWith === 'another key' ? anothers.privateKey : own.privateKey;
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(key);
}

provider.use(async (ctx, next) => {
  const [, first, second, third] = ctx.path.split('/');
  if (first === 'test') {
    const body = ctx.method === 'PUT' ? JSON.parse(await read(ctx.req)) : undefined;
    if (second === 'behaviour') {
      behaviour = body;
    } else if (ctx.method === 'PUT') {
      accounts.set(third, body);
    } else {
      accounts.delete(third);
    }
    ctx.status = 204;
  } else if (behaviour.away) {
    ctx.respond = false;
    ctx.req.socket.destroy();
  } else if (first === 'choose' && ctx.method === 'GET') {
    ctx.body = `<!DOCTYPE html><html lang="sv"><title>Inloggning</title>
      <form method="post"><label for="account">Konto</label> <input id="account" name="account" autofocus>
      <button>Logga in</button></form></html>`;
  } else if (first === 'choose') {
    const accountId = new URLSearchParams(await read(ctx.req)).get('account');
    const acr = accounts.get(accountId)?.acr;
    ctx.respond = false;
    await provider.interactionFinished(
      ctx.req,
      ctx.res,
      accounts.has(accountId)
        ? { login: { accountId, acr } }
        : { error: 'access_denied', error_description: 'no such account' }
    );
  } else {
    await next();
    const token = ctx.path === '/token' && ctx.body?.id_token;
    if (token && (behaviour.changes || behaviour.signedWith)) {
      ctx.body = { ...ctx.body, id_token: await forged(token) };
    }
    if (token && behaviour.withoutIdToken) {
      delete ctx.body.id_token;
    }
  }
});

provider.on('server_error', (_ctx, error) => console.error(error));
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
