namespace PaperDigest.Listings;

/// <summary>Another process takes in the same file and got further; what this one was about to store is rolled back.</summary>
internal sealed class ImportOvertakenException() : Exception("Another process is taking in the same file; it goes on there.");
