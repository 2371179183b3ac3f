// Jest setup provided by Grafana scaffolding
import './.config/jest-setup';

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
