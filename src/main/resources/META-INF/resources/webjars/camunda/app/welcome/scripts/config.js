import { app } from '../../shared/scripts/app.js';
import './landing.js';

export default app('Start', {
  // Camunda's own manual is in English and tells nothing of Samsteg.
  links: []
});
