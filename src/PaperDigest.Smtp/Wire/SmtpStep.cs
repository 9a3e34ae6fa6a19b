namespace PaperDigest.Smtp.Wire;

/// <summary>A step of the conversation and how long it may take.</summary>
internal readonly record struct SmtpStep(SendPhase Phase, TimeSpan Limit);
