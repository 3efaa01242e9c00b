"""Which services were on paper."""

import numpy as np

from reception_sim.recording import Booleans
from reception_sim.statistics.account import Account
from reception_sim.statistics.stories import Rows


def on_paper(account: Account, ended: Rows) -> Booleans:
    """Tell of each end of a service (rows of events) whether it was on paper."""
    stories, forms = account.stories, account.recording.forms
    if not len(forms.filled):
        return np.zeros(len(ended), bool)
    served = set(zip(forms.filled.tolist(), forms.group.tolist(), forms.place.tolist(), strict=True))
    ends = zip(stories.time[ended].tolist(), stories.group[ended].tolist(), stories.place[ended].tolist(), strict=True)
    return np.fromiter((end in served for end in ends), bool, len(ended))
