namespace PaperDigest.Database;

/// <summary>
/// A secret of this installation that all its processes share: data-protection keys as XML, and the key that signs links. In
/// the database, so that every node behind a balancer has it and a backup carries it.
/// </summary>
public sealed class InstanceKey
{
    public required string Name { get; set; }
    public required string Value { get; set; }
}
