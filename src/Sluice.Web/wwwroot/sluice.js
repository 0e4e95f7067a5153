// Everything works without this; it saves keystrokes.
'use strict';

const root = document.documentElement;

// What is said comes with the page, in its language; "{0}" is where a value goes.
const words = document.getElementById('said').dataset;
const sentence = (text, ...values) => text.replace(/\{(\d)\}/g, (_, hole) => values[hole]);

// The server writes times in the viewer's zone once it has been told; what was chosen under settings stays.
if (!root.dataset.zone) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) document.cookie = `sluice-zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax; secure`;
}

// Keys: / search, g and a letter to go, j and k along a list, x to tick a row, ? for all of them.
// Whoever finds keys slowly has time for the second one.
let goes = 0;
const isTyping = target => target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (goes) {
    clearTimeout(goes);
    goes = 0;
    const place = document.querySelector(`.nav a[data-key="${CSS.escape(event.key)}"]`);
    if (place) { event.preventDefault(); place.click(); }
    return;
  }
  if (event.key === 'g') goes = setTimeout(() => { goes = 0; }, 5000);
  else if (event.key === '/') { event.preventDefault(); document.querySelector('.bar-search input')?.focus(); }
  else if (event.key === '?') { event.preventDefault(); document.getElementById('keys')?.showModal(); }
  else if (event.key === 'j' || event.key === 'k') { event.preventDefault(); along(event.key === 'j' ? 1 : -1); }
  else if (event.key === 'x') document.activeElement.closest('tr')?.querySelector('input[form=several]')?.click();
});

// How many are ticked is said, for whoever does not see the boxes; the count stands beside the button, too.
document.addEventListener('change', event => {
  if (!event.target.matches('input[form=several]')) return;
  const count = document.querySelectorAll('input[form=several]:checked').length;
  document.getElementById('said').textContent = sentence(words.ticked, count);
  document.getElementById('ticked').textContent = count ? sentence(words.tickedBeside, count) : '';
});

function along(step) {
  const links = [...document.querySelectorAll('main tbody th[scope=row] a, main .list > li a')].filter(link => link.offsetParent);
  if (!links.length) return;
  const at = links.findIndex(link => link === document.activeElement || link.closest('tr')?.contains(document.activeElement));
  links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1)].focus();
}

// A digest or a reference is copied by a click on the mark beside it; the word in the live region says that it was.
document.addEventListener('click', async event => {
  const button = event.target.closest('button[data-copy]');
  if (!button) return;
  const text = button.dataset.copy === 'link' ? location.href.split('#')[0] : button.dataset.copy;
  const said = document.getElementById('said');
  try { await navigator.clipboard.writeText(text); said.textContent = sentence(words.copied, text); }
  catch { said.textContent = words.notCopied; }
});
const reveal = () => { for (const button of document.querySelectorAll('button[data-copy]')) button.hidden = false; };
reveal();

// Files on their way: how far they are; and when it breaks off, nothing that was typed or chosen is lost.
document.addEventListener('submit', event => {
  const button = event.submitter;
  if (!button?.matches('[data-upload]')) return;
  const form = event.target;
  const files = [...form.elements].filter(field => field.type === 'file').flatMap(field => [...field.files]);
  if (!files.length) return;
  event.preventDefault();
  const said = button.parentElement.querySelector('.upload') ?? document.createElement('div');
  said.className = 'upload small';
  said.setAttribute('role', 'status');
  button.after(said);
  const mebibytes = bytes => (bytes / 1048576).toFixed(1);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > +button.dataset.largest) {
    said.textContent = sentence(words.tooLarge, mebibytes(size), mebibytes(+button.dataset.largest));
    return;
  }
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', words.sent);
  const word = document.createElement('span');
  const stop = document.createElement('button');
  [stop.type, stop.className, stop.textContent] = ['button', 'button small', words.stop];
  said.replaceChildren(bar, word, stop);
  const sending = new XMLHttpRequest();
  const body = new FormData(form, button);
  let percent = 0;
  const end = text => { said.textContent = text; button.disabled = false; button.focus(); };
  sending.open('POST', button.hasAttribute('formaction') ? button.formAction : form.action || location.href);
  sending.upload.onprogress = progress => {
    percent = Math.floor(100 * progress.loaded / progress.total);
    [bar.max, bar.value] = [progress.total, progress.loaded];
    word.textContent = percent < 100 ? sentence(words.sending, percent, mebibytes(progress.total)) : words.lookedAt;
  };
  sending.onerror = () => end(sentence(words.brokeOff, percent));
  sending.onabort = () => end(sentence(words.stopped, percent));
  stop.onclick = () => sending.abort();
  sending.onload = () => {
    const page = new DOMParser().parseFromString(sending.responseText, 'text/html');
    const main = page.querySelector('main');
    if (sending.status === 400 || sending.status === 413 || sending.status >= 500 || !main?.querySelector('form')) {
      end(sentence(words.notTaken, page.querySelector('h1')?.textContent ?? sending.status));
      return;
    }
    document.querySelector('main').replaceWith(document.adoptNode(main));
    document.title = page.title;
    reveal();
    const news = document.querySelector('main .banner');
    if (news) { news.tabIndex = -1; news.focus(); }
  };
  button.disabled = true;
  sending.send(body);
});

// The run board: live while the stream beats, and not live the moment it does not.
const live = document.getElementById('live');
if (live) {
  const word = live.querySelector('.live-word');
  const board = document.getElementById('board');
  const silence = 25000;
  let timer;
  let hasEnded = false;
  const say = (state, ...words) => {
    if (hasEnded || live.dataset.live === state) return;
    live.dataset.live = state;
    word.hidden = false;
    word.replaceChildren(...words);
  };
  const dead = () => say('off', words.notLive);
  // A line that was cut somewhere in between never ends by itself: it is hung up, and htmx makes another.
  let connection;
  const silent = () => {
    dead();
    connection?.reader?.cancel();
    timer = setTimeout(silent, silence);
  };
  const alive = () => {
    say('on', words.liveNow);
    clearTimeout(timer);
    timer = setTimeout(silent, silence);
  };
  // Asking again would be refused again: the person has to come back, and comes back here.
  const ended = () => {
    const link = document.createElement('a');
    link.href = location.pathname;
    link.textContent = words.signInAgain;
    say('off', `${words.sessionEnded} `, link);
    hasEnded = true;
  };
  const failed = status => (status === 401 ? ended : dead)();
  if (live.dataset.live === 'wait') timer = setTimeout(silent, silence);
  // Once there has been a line, htmx sees to it that there is one again; the first one it tries once.
  const connect = () => { if (!connection && !hasEnded) setTimeout(() => live.dispatchEvent(new CustomEvent('connect')), 2000); };
  live.addEventListener('htmx:sse:after:connection', event => { connection = event.detail.connection; });
  live.addEventListener('moved', alive);
  live.addEventListener('beat', alive);
  live.addEventListener('htmx:sse:error', event => failed(event.detail.status));
  live.addEventListener('htmx:response:error', event => { failed(event.detail.ctx.response.status); connect(); });
  live.addEventListener('htmx:error', () => { dead(); connect(); });
  live.addEventListener('htmx:sse:close', () => { connection = undefined; dead(); connect(); });
  // The first is the one that is being made; any other means that the last has ended.
  let connections = 0;
  live.addEventListener('htmx:sse:before:connection', event => {
    if (hasEnded) event.preventDefault();
    else if (connections++ > 0) dead();
  });
  addEventListener('offline', dead);
  // What could not be fetched when it was told of is fetched later.
  const again = () => live.dispatchEvent(new CustomEvent('refetch'));
  const later = () => { if (!hasEnded) setTimeout(again, 2000); };
  addEventListener('online', again);
  board.addEventListener('htmx:error', () => { dead(); later(); });
  // An answer without a board (an error of a proxy, the page to sign in) must not take the place of the one that is there.
  board.addEventListener('htmx:after:request', event => {
    const { response, text } = event.detail.ctx;
    if (event.target !== board || (response.status === 200 && text.includes('id="board"'))) return;
    event.preventDefault();
    failed(response.raw.redirected ? 401 : response.status);
    later();
  });
}

for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// The runbook editor: htmx exchanges the form. What needs the whole page (a file) is sent as if there were no script.
document.addEventListener('submit', event => {
  if (event.submitter?.dataset.whole !== undefined) event.stopPropagation();
}, true);
document.addEventListener('keydown', event => {
  const row = event.altKey && event.target.closest?.('.step-row');
  if (!row || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  const button = document.getElementById(`${event.key === 'ArrowUp' ? 'up' : 'down'}-${row.dataset.row}`);
  button.form.requestSubmit(button);
});
// An answer without the form (a session has ended) does not take away what was typed.
document.addEventListener('htmx:after:request', event => {
  const told = document.getElementById('not-sent');
  if (event.target.id !== 'editor' || !told) return;
  const { hx, text } = event.detail.ctx;
  told.hidden = Boolean(hx.redirect) || text.includes('id="editor"');
  if (told.hidden) return;
  event.preventDefault();
  told.scrollIntoView({ block: 'center' });
});
document.addEventListener('htmx:error', event => {
  const told = document.getElementById('not-sent');
  if (event.target.id === 'editor' && told) { told.hidden = false; told.scrollIntoView({ block: 'center' }); }
});
// The page stays where it was; what is wrong, and what is to be typed next, is brought into view.
let stood = null;
document.addEventListener('htmx:before:swap', event => { stood = event.target.id === 'editor' ? scrollY : null; });
document.addEventListener('htmx:after:swap', () => {
  if (stood === null) return;
  scrollTo(0, stood);
  stood = null;
  (document.querySelector('#editor [role=alert]') ?? document.activeElement).scrollIntoView({ block: 'nearest' });
});
