namespace PaperDigest.Smtp.Mime;

/// <summary>The verdict on a text, and the address as it goes on the wire; empty unless it is one.</summary>
public readonly record struct AddressSyntax(AddressVerdict Verdict, string Address);
