namespace PaperDigest.Database;

/// <summary>
/// What all processes of this installation have to know: data-protection keys as XML, the key that signs links, that the sample
/// was removed. In the database, so that every node behind a balancer has it and a backup carries it.
/// </summary>
public sealed class InstanceKey
{
    public required string Name { get; set; }
    public required string Value { get; set; }
}
