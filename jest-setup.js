// Jest setup provided by Grafana scaffolding
import './.config/jest-setup';
import { configure } from '@testing-library/react';

// A page that is loaded lazily takes its time on a busy machine.
configure({ asyncUtilTimeout: 30_000 });

// What jsdom lacks and @grafana/ui asks for.
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}
Object.assign(global, { IntersectionObserver: Observer, ResizeObserver: Observer });
HTMLCanvasElement.prototype.getContext = () => ({ measureText: (text) => ({ width: text.length * 8 }), font: '' });
