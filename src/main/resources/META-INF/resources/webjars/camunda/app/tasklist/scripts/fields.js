/* What Samsteg adds to form-js's fields, in the order in which it is added; errors.js decides last when an error is shown. */
import './typing.js';
import './lists.js';
import './numbers.js';
import './dates.js';
import './days-off.js';
import './case-and-identity-numbers.js';
import './review-document.js';
import './roll-call.js';
import './proposals.js';
import './errors.js';
