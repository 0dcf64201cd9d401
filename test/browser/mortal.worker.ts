import './mortal.ts';
import './trade.worker.ts';
