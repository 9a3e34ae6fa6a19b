namespace PaperDigest.Hosting;

/// <summary>One run of a job: when, how long, what came of it. What a curator looks at, whatever engine runs the jobs.</summary>
public sealed class JobRun
{
    public Guid Id { get; set; }
    public required string Job { get; set; }
    public required string Node { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Null while it runs, or when the process was killed.</summary>
    public JobOutcome? Outcome { get; set; }

    /// <summary>One sentence: what the job did, or why it failed.</summary>
    public string? Summary { get; set; }
}

/// <summary>How a job's run ended.</summary>
public enum JobOutcome
{
    Done,
    Failed,
    Cancelled,
}
