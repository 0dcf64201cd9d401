import './mute.ts';
import './shop.worker.ts';
