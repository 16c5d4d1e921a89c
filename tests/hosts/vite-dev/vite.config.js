// The line that the atlas's own message asks for, and the same without it.
export default process.env.EXCLUDE ? { optimizeDeps: { exclude: ['cluster-atlas'] } } : {};
