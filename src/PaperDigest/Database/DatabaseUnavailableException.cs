namespace PaperDigest.Database;

/// <summary>The database cannot be had; the message says why and what to do, for the operator to read.</summary>
internal sealed class DatabaseUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
