/*
 * Stands in for MSW's interceptors of fetch, XMLHttpRequest and WebSocket, which it would use
 * where there is no service worker (vite.config.ts puts it in their place). There the page's own
 * transport answers, so they would be loaded for nothing.
 */
/** Can be made, and does nothing. */
function NoInterceptor(): void {}

export {
  NoInterceptor as FetchInterceptor,
  NoInterceptor as WebSocketClientConnection,
  NoInterceptor as WebSocketInterceptor,
  NoInterceptor as WebSocketServerConnection,
  NoInterceptor as XMLHttpRequestInterceptor,
};
