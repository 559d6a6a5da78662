/* What Samsteg adds to form-js's fields. */
import './typing.js';
import './numbers.js';
import './dates.js';
