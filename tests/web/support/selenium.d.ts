declare module 'selenium-webdriver'; // has no types of its own
