"""How reasons and advice must be written for the commands to join them into one line of sentences."""


def is_well_told(reason: str, advice: str) -> bool:
    """Tell whether a reason goes on after ``path: `` and an advice stands by itself, both without a stop."""
    goes_on = reason[:1].islower() and reason[-1] not in ".!?"
    return goes_on and advice[:1].isupper() and advice[-1] not in ".!?"
